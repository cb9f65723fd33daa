import { describe, expect, test } from 'vitest'
import type { FileState, Parcel, Transport } from '../../src/core/contracts.ts'
import type { FileUpload } from '../../src/session/file-upload.ts'
import type { ResolvedOptions } from '../../src/session/resolved-options.ts'
import type { SharedRequest } from '../../src/session/shared-request.ts'
import { createUploadQueue } from '../../src/session/upload-queue.ts'

/** A file as the queue sees it; the test says when it was checked, and what of it came out. */
const fileOf = (id: string, log: string[]) => {
  const aborting = new AbortController()
  let phase: FileState['phase'] = 'waiting'
  let endCheck = (): void => {}
  let request: SharedRequest | undefined
  const upload = {
    id,
    signal: aborting.signal,
    get state() {
      return { phase }
    },
    check: () => {
      log.push(`check ${id}`)
      return new Promise<void>(resolve => {
        endCheck = resolve
      })
    },
    start: () => log.push(`start ${id}`),
    join: (given: SharedRequest) => {
      request = given
      log.push(`join ${id}`)
    },
    deliver: async () => {
      log.push(`deliver ${id}`)
    },
  }
  return {
    upload: upload as unknown as FileUpload,
    request: () => request,
    /** It is over for this file, as far as the queue is concerned. */
    cancel: () => {
      phase = 'cancelled'
      aborting.abort()
    },
    judged: async (as: 'ready' | 'refused') => {
      phase = as
      endCheck()
      await settled()
    },
  }
}

/** All that was begun went as far as it can without the test. */
const settled = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 0))

interface Given {
  readonly parallel?: number
  readonly perRequest?: number
  readonly transport?: Partial<Transport>
  readonly loading?: Promise<void>
}

const queueOf = (names: string, given: Given = {}) => {
  const { parallel = 2, perRequest = 1, transport = {}, loading } = given
  const log: string[] = []
  const options = {
    transport: { traits: { perRequest }, ...transport },
    call: (attempt: number) => ({ attempt }),
  }
  const queue = createUploadQueue({
    parallel,
    gate: { isOpen: true },
    store: { busyWhile: work => work() },
    loader: {
      perRequest,
      resolved: async () => {
        await loading
        return options as unknown as ResolvedOptions
      },
    },
  })
  const files = [...names].map(name => fileOf(name, log))
  for (const { upload } of files) queue.addToCheck(upload)
  const said = (word: string): string =>
    log
      .filter(line => line.startsWith(`${word} `))
      .map(line => line.slice(word.length + 1))
      .join('')
  return { queue, files, said }
}

describe('files that were added', () => {
  test('are checked in their order, and no more at once than may be', async () => {
    const { queue, files, said } = queueOf('abcd')
    queue.pump()
    expect(said('check')).toBe('ab')
    await files[1]?.judged('refused')
    expect(said('check')).toBe('abc')
    await files[0]?.judged('ready')
    expect([said('check'), said('start'), said('deliver')]).toEqual(['abcd', 'a', 'a'])
  })

  test('and cancelled before their turn are passed over, and hold up nobody', async () => {
    const { queue, files, said } = queueOf('abcd')
    files[0]?.cancel()
    files[2]?.cancel()
    queue.pump()
    expect(said('check')).toBe('bd')
  })
})

describe('where a request takes three files', () => {
  const many = { perRequest: 3, parallel: 4 }

  test('two that are ready wait for a third that is checked, and go with it', async () => {
    const { queue, files, said } = queueOf('abcd', many)
    queue.pump()
    await files[0]?.judged('ready')
    await files[1]?.judged('ready')
    expect(said('start')).toBe('')
    await files[2]?.judged('ready')
    expect(said('start')).toBe('abc')
    await files[3]?.judged('ready')
    expect(said('start')).toBe('abcd')
  })

  test('two that are ready go without the third when that is refused', async () => {
    const { queue, files, said } = queueOf('abc', many)
    queue.pump()
    await files[1]?.judged('ready')
    await files[0]?.judged('ready')
    expect(said('start')).toBe('')
    await files[2]?.judged('refused')
    expect(said('start')).toBe('ba')
  })
})

describe('files that go together', () => {
  const together = async (cancelled: string, transport: Partial<Transport>) => {
    let loaded = (): void => {}
    const loading = new Promise<void>(resolve => {
      loaded = resolve
    })
    const queued = queueOf('abc', { perRequest: 3, parallel: 3, transport, loading })
    queued.queue.pump()
    for (const file of queued.files) await file.judged('ready')
    for (const [index, file] of queued.files.entries())
      if (cancelled.includes(String(index))) file.cancel()
    loaded()
    await settled()
    return queued
  }
  const sendMany = async () => []

  test('share one request, if the transport has one for several', async () => {
    expect((await together('', { sendMany })).said('join')).toBe('abc')
    expect((await together('', {})).said('join')).toBe('')
  })

  test('do so without those that were cancelled meanwhile, and not where one is left', async () => {
    expect((await together('1', { sendMany })).said('join')).toBe('ac')
    expect((await together('12', { sendMany })).said('join')).toBe('')
    expect((await together('012', { sendMany })).said('join')).toBe('')
  })

  test('are sent once all who are left have come, as a first try', async () => {
    const sent: [readonly string[], unknown][] = []
    const { files } = await together('1', {
      sendMany: async (parcels, { attempt }) => {
        sent.push([parcels.map(({ id }) => id), attempt])
        return parcels.map(({ id }) => ({ reference: `of ${id}`, facts: {} }))
      },
    })
    const send = (index: number, id: string) =>
      files[index]?.request()?.send(
        { id, size: 1 } as unknown as Parcel,
        {
          signal: new AbortController().signal,
        } as unknown as Parameters<Transport['send']>[1],
      )
    const first = send(0, 'a')
    await settled()
    expect(sent).toEqual([])
    expect(await Promise.all([first, send(2, 'c')])).toEqual([
      { reference: 'of a', facts: {} },
      { reference: 'of c', facts: {} },
    ])
    expect(sent).toEqual([[['a', 'c'], 1]])
  })
})
