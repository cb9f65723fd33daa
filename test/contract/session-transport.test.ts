import { describe, expect, it } from 'vitest'
import { neverAborted, orAborted } from '../../src/core/abort.ts'
import { hex } from '../../src/core/bytes.ts'
import type { CallJob, Digests, Parcel, Sealed, SendJob } from '../../src/core/contracts.ts'
import { SealDropError } from '../../src/core/errors.ts'
import type { DigestCache } from '../../src/digest/digest.ts'
import { age } from '../../src/seal/choice.ts'
import { sealedSize } from '../../src/seal/size.ts'
import type { ResolvedOptions } from '../../src/session/resolved-options.ts'
import { createSharedRequest } from '../../src/session/shared-request.ts'
import { sealAccepted } from '../../src/session/upload-steps.ts'
import { openNowhere, threeTogether, twoPdfs, watchUnhandled } from './nowhere.ts'
import { pdfOf, sha256 } from './session-tools.ts'
import { failureOf } from './transport.ts'

const RECIPIENT = 'age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg'
const open = openNowhere()
watchUnhandled()

describe('files that share a request', { timeout: 10_000 }, () => {
  it('are sent again when the commit says that the provider has lost them', async () => {
    let commits = 0
    const { session, sent } = open(
      {
        traits: threeTogether,
        async commit(deliveries) {
          const isFirst = ++commits === 1
          return deliveries.map((delivery, index) =>
            isFirst && index === 0
              ? new SealDropError('not-found', 'gone', { outcome: 'unsent' })
              : delivery,
          )
        },
      },
      { upload: 'manual' },
    )
    session.add(twoPdfs())
    await session.settled()
    expect((await failureOf(session.finish())).code).toBe('not-found')
    session.retry()
    expect(await session.finish()).toHaveLength(2)
    expect(sent).toEqual(['2 together', 'one'])
  })

  it('leave no failure unhandled where all are stopped in the moment it goes out', async () => {
    const [a, b] = [new AbortController(), new AbortController()]
    const transport = {
      traits: threeTogether,
      sendMany: (_: unknown, { signal }: CallJob) => orAborted(new Promise(() => {}), signal),
    }
    const request = createSharedRequest(
      [
        { id: 'a', signal: a.signal },
        { id: 'b', signal: b.signal },
        { id: 'c', signal: neverAborted },
      ],
      transport as unknown as Parameters<typeof createSharedRequest>[1],
      (signal, progress) => ({ signal, progress }) as CallJob,
    )
    const send = (id: string, { signal }: AbortController): Promise<unknown> =>
      request.send({ id } as Parcel, { signal, progress() {} } as unknown as SendJob)
    const sends = Promise.allSettled([send('a', a), send('b', b)])
    request.leave('c')
    queueMicrotask(() => {
      a.abort()
      b.abort()
    })
    await sends
  })
})

describe('a transport', { timeout: 10_000 }, () => {
  it('that fails to take something back leaves no failure unhandled', async () => {
    const { session, reaches } = open({
      commit: async deliveries => deliveries,
      discard: () => {
        throw new TypeError('It does not even return a promise.')
      },
    })
    session.add([pdfOf(1000)])
    const { id } = await reaches('document.pdf', 'delivered')
    session.cancel(id)
    await session.settled()
  })

  it('that overwrites a digest it was given does not spoil the receipt', async () => {
    const given: string[] = []
    const { session } = open({
      async send({ id, body }, { digest }) {
        for (let asked = 0; asked < 2; asked++) {
          const bytes = await digest(body)
          given.push(hex(bytes))
          bytes.fill(0)
        }
        return { reference: id, facts: {} }
      },
    })
    const file = pdfOf(1000)
    session.add([file])
    const [receipt] = await session.settled()
    const expected = await sha256(file) // nothing seals it: what is sent is the file
    expect(given).toEqual([expected, expected])
    expect(receipt?.sealed.sha256).toBe(expected)
  })

  it('that can send several together, and says none, sends one after the other', async () => {
    const { session, sent } = open({ traits: { ...threeTogether, perRequest: 0 } })
    session.add(twoPdfs())
    expect(await session.settled()).toHaveLength(2)
    expect(sent).toEqual(['one', 'one'])
  })
})

describe('a file that is stopped as it is sealed', { timeout: 10_000 }, () => {
  it('leaves no failure unhandled where its digests never come', async () => {
    const stopping = new AbortController()
    const { signal } = stopping
    const fails = Promise.withResolvers<Digests>()
    fails.promise.catch(() => {})
    const seal = age(RECIPIENT, { wrap: 'pdf' })
    const beginning = 'age-encryption.org/v1\n-> '
    const rest = sealedSize(1000, age(RECIPIENT)) - beginning.length
    const body = new Blob([beginning, new Uint8Array(rest)])
    const sealed: Sealed = { body, facts: {}, digests: fails.promise }
    const asked = Promise.withResolvers<void>()
    const digests: Pick<DigestCache, 'peek'> = {
      peek() {
        asked.resolve()
        return new Promise((_, reject) =>
          signal.addEventListener('abort', () => reject(signal.reason)),
        )
      },
    }
    const tools = {
      thread: { call: async () => sealed as never, warmUp: async () => {}, close() {} },
      digests: digests as DigestCache,
      fileName: 'opaque' as const,
    }
    const file = pdfOf(1000)
    const options = { spec: async () => seal, fit() {} }
    const sealing = sealAccepted(
      {
        id: 'a',
        file,
        type: file.type,
        remarks: [],
        size: file.size,
        reading: { key: new Uint8Array(16), pieces: [] },
      },
      file.name,
      tools,
      options as unknown as ResolvedOptions,
      { signal, progress() {}, fresh: false } as unknown as CallJob & { fresh: boolean },
    )
    await asked.promise
    fails.reject(new SealDropError('seal-failed', 'The worker died before it was done.'))
    stopping.abort()
    await expect(sealing).rejects.toBe(signal.reason)
  })
})
