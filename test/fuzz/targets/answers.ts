import { createHash } from 'node:crypto'
import { neverAborted } from '../../../src/core/abort.ts'
import type { Delivery, Json, Parcel, SendJob } from '../../../src/core/contracts.ts'
import { isSealDropError } from '../../../src/core/errors.ts'
import { chance as serverChance } from '../../simulate/chance.ts'
import { serverAt } from '../../simulate/server.ts'
import type { Chance } from '../chance.ts'
import { answerWith, onPage, type PageAnswer, type PageRequest } from '../page.ts'
import { providerNames, providerOf } from '../providers.ts'
import { expect, outcomeOf, type Target } from '../target.ts'
import { type Garbling, garbled, makeGarbling, type ServerAnswer } from './garble.ts'

interface Talk {
  readonly provider: string
  readonly variant: number
  readonly act: number
  readonly size: number
  readonly uncertain: boolean
  readonly resume: Json | null
  readonly id: string
  /** What becomes of each answer, in order; those behind them are as they should be. */
  readonly garblings: readonly (Garbling | null)[]
}

/** More than any call should need. */
const MOST_REQUESTS = 60
const SECRET = 'key-that-must-not-show'

const parcelOf = (size: number): Parcel => {
  const body = new Blob([new Uint8Array(size).fill(0x2b)])
  return {
    id: 'f1',
    key: '3f0c2b1e-7a44-4c8e-9f6d-1b2a3c4d5e6f',
    name: '3f0c2b1e-7a44-4c8e-9f6d-1b2a3c4d5e60.age',
    body,
    size: body.size,
    scheme: 'age',
    recipients: [],
    authenticated: true,
    facts: { fingerprint: `${'a'.repeat(40)}:::${'b'.repeat(40)}` },
  } as unknown as Parcel
}

const jobOf = (talk: Talk, headers: Readonly<Record<string, string>>, keep: Json[]): SendJob => ({
  signal: neverAborted,
  progress(done, total) {
    expect(done >= 0 && done <= total, `It is at ${done} of ${total}.`)
  },
  attempt: 1,
  headers: async () => new Headers({ ...headers, 'X-Own': SECRET }),
  digest: async (blob, algorithm = 'SHA-256') =>
    new Uint8Array(
      createHash(algorithm.replace('-', ''))
        .update(Buffer.from(await blob.arrayBuffer()))
        .digest(),
    ),
  bodyTaken: () => {},
  uncertain: talk.uncertain,
  ...(talk.resume !== null && { resume: talk.resume }),
  keep: async point => {
    // It is written down, so it must be plain data.
    keep.push(JSON.parse(JSON.stringify(point)))
  },
})

const judgeDelivery = (delivery: Delivery, provider: string): void => {
  const { reference, expiresAt, facts } = delivery
  expect(
    typeof reference === 'string' && reference !== '',
    `reference: ${JSON.stringify(reference)}`,
  )
  if (provider === 'tus') {
    const { protocol, username, password, hash } = new URL(reference)
    expect(
      /^https?:$/.test(protocol) && username + password + hash === '',
      `It is at ${reference}.`,
    )
  }
  expect(
    expiresAt === undefined || !Number.isNaN(Date.parse(expiresAt)),
    `expiresAt: ${JSON.stringify(expiresAt)}`,
  )
  for (const [name, fact] of Object.entries(facts))
    expect(typeof fact === 'string', `${name} is ${JSON.stringify(fact)}`)
  expect(!JSON.stringify(delivery).includes(SECRET), 'The delivery holds the key.')
}

const replyText = (body: string | Buffer | undefined): string => (body ?? '').toString()

/** The provider's own server answers, and then the answer is garbled. */
const answererOf = (talk: Talk, onRequest: () => void) => {
  let nth = 0
  return async (request: PageRequest): Promise<PageAnswer | undefined> => {
    onRequest()
    const { method, url, headers, body } = request
    const { origin, host, pathname, search } = new URL(url)
    const garbling = talk.garblings[nth++] ?? null
    const server = serverAt(origin)
    const reply = server
      ? await server.answer({
          at: '2026-01-01T00:00:00.000Z',
          kind: server.kind(method, pathname),
          method,
          path: pathname + search,
          headers: { ...headers, host, 'content-length': String(body.length) },
          body,
          complete: true,
          connection: 'fresh',
        } as Parameters<typeof server.answer>[0])
      : { status: 404 }
    const answer: ServerAnswer = {
      status: reply.status,
      headers: Object.entries(reply.headers ?? {}),
      text: replyText(reply.body),
    }
    const said = garbling ? garbled(answer, garbling) : answer
    if (!said) return undefined
    const lines = said.headers
      .map(([name, value]) => `${name.toLowerCase()}: ${value}\r\n`)
      .join('')
    return { status: said.status, headers: lines, text: said.text, url: said.url ?? url }
  }
}

const talkTarget = (
  name: string,
  providers: readonly string[],
  onlyHeaders: boolean,
): Target<Talk> => ({
  name,
  make: (chance: Chance): Talk => {
    const provider = chance.pick(providers)
    return {
      provider,
      variant: chance.int(30),
      act: chance.int(onlyHeaders ? 3 : 9),
      size: chance.pick([1000, 1, 400, 801]),
      uncertain: chance.isOneIn(4),
      resume: chance.isOneIn(5) ? makeResume(chance) : null,
      id: chance.pick(['3f0c2b1e-7a44-4c8e-9f6d-1b2a3c4d5e6f', '1', '..', 'a/b', '']),
      garblings: Array.from({ length: 1 + chance.int(6) }, () =>
        chance.isOneIn(2) ? makeGarbling(chance, onlyHeaders) : null,
      ),
    }
  },
  async judge(talk) {
    serverChance.reset(1)
    const { headers, transport, calls, reset } = await providerOf(talk.provider)
    reset()
    const made = transport(talk.variant)
    const parcel = parcelOf(talk.size)
    const kept: Json[] = []
    const job = jobOf(talk, headers, kept)
    let requests = 0
    answerWith(
      answererOf(talk, () => {
        expect(++requests <= MOST_REQUESTS, `The server makes the page ask ${requests} times.`)
      }),
    )
    await outcomeOf(() =>
      onPage(async () => {
        if (talk.act >= 5) {
          const others = calls(made, talk.id)
          await others[talk.act % (others.length || 1)]?.()
        }
        await made.prescribe?.(job)
        const { sendMany, commit, discard } = made
        const delivered: Delivery[] = []
        if (sendMany && talk.act === 1) {
          const results = await sendMany([parcel, { ...parcel, key: `${parcel.key}0` }], job)
          for (const result of results) if (!isSealDropError(result)) delivered.push(result)
        } else delivered.push(await made.send(parcel, job))
        for (const delivery of delivered) judgeDelivery(delivery, talk.provider)
        if (talk.act === 2 && discard)
          return discard(delivered[0] ?? { resume: kept.at(-1) ?? null }, job)
        if (!commit) return
        const results = await commit(delivered, job)
        expect(results.length === delivered.length, 'A commit forgets a file.')
        for (const result of results)
          if (!isSealDropError(result)) judgeDelivery(result, talk.provider)
        return
      }),
    ).then(outcome => {
      if ('error' in outcome)
        expect(
          !JSON.stringify([outcome.error.message, outcome.error]).includes(SECRET),
          'The error holds the key.',
        )
    })
  },
})

/** What an earlier visit might have kept, or somebody put in its place. */
const makeResume = (chance: Chance): Json =>
  chance.pick<Json>([
    { print: 'f1 1000 ab', url: 'https://server-2.example/files/1', restarts: 0 },
    { print: 1, url: 'javascript:1', restarts: 'x' },
    { transfer: 'abc', name: 'n', file: '..' },
    { transfer: ['x'], file: {} },
    { name: 'x', size: 'y', taken: true },
    [],
    'x',
    7,
  ])

export const answers: Target<Talk> = talkTarget('answers', providerNames, false)
export const tusHeaders: Target<Talk> = talkTarget('tus-headers', ['tus'], true)
