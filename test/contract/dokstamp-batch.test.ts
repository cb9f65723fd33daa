import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { FileState } from '../../src/core/contracts.ts'
import { startSandbox } from '../contract-tools.ts'
import {
  type Dokstamp,
  isOpened,
  openDokstamp,
  STAMPED,
  transportOf,
  uploads,
} from './dokstamp-tools.ts'
import { errorOf, pdfOf, type Stage } from './session-tools.ts'

let sandbox: Dokstamp
const stages: Stage[] = []
const open = (...[options, transport]: [object?, object?]): Stage => {
  const stage = openDokstamp(sandbox, options, { batch: 3, ...transport })
  stages.push(stage)
  return stage
}
const pdfs = (count: number, size = 3000): File[] =>
  Array.from({ length: count }, (_, at) => pdfOf(size, `${at}.pdf`, at + 1))

beforeAll(async () => {
  sandbox = await startSandbox('dokstamp')
})
beforeEach(() => sandbox.reset())
afterEach(() => {
  for (const { session } of stages.splice(0)) session.close()
})
afterAll(() => sandbox.close())

/** Every file's receipt names the record that holds this very file. */
const allArrived = async ({ session }: Stage, files: readonly File[]): Promise<void> => {
  const receipts = await session.finish()
  expect(receipts.map(({ name }) => name)).toEqual(files.map(({ name }) => name))
  for (const [at, file] of files.entries())
    expect(await isOpened(sandbox, receipts[at]?.reference, file)).toBe(true)
  expect(await sandbox.received()).toHaveLength(files.length)
}

describe('several files in one request', () => {
  it('are as many as `batch` says: seven files are three requests', async () => {
    const stage = open()
    const files = pdfs(7)
    stage.session.add(files)
    await allArrived(stage, files)
    expect(await uploads(sandbox)).toBe(3)
    for (const { name } of files)
      expect(stage.phases(name)).toBe(
        'waiting > checking > ready > sealing > sending > confirming > done',
      )
  })

  it('are one each where nothing is said', async () => {
    const stage = open({}, { batch: undefined })
    const files = pdfs(3)
    stage.session.add(files)
    await allArrived(stage, files)
    expect(await uploads(sandbox)).toBe(3)
  })

  it('are told apart by name, in whatever order the answer comes', async () => {
    await sandbox.flip({ order: 'reversed' })
    const stage = open()
    const files = pdfs(3)
    stage.session.add(files)
    await allArrived(stage, files)
    expect(await uploads(sandbox)).toBe(1)
  })

  it('that the answer does not tell apart are sent again alone, which names their records', async () => {
    await sandbox.flip({ names: 'left-out', order: 'reversed' })
    const stage = open()
    const files = pdfs(3)
    stage.session.add(files)
    await allArrived(stage, files)
    expect(await uploads(sandbox)).toBe(4)
  })

  it('one of which was there already: its record is the one that is left', async () => {
    const earlier = open({ seal: STAMPED })
    const files = pdfs(3)
    earlier.session.add(files.slice(1, 2))
    await earlier.session.settled()
    await sandbox.flip({ order: 'reversed' })
    const stage = open({ seal: STAMPED })
    stage.session.add(files)
    await allArrived(stage, files)
    expect(stage.session.receipts.map(({ facts }) => facts.duplicate)).toEqual([
      undefined,
      'true',
      undefined,
    ])
    expect(await uploads(sandbox)).toBe(2)
  })

  it('one of which a certificate has already: only that one fails', async () => {
    const earlier = open({ seal: STAMPED })
    const files = pdfs(3)
    earlier.session.add(files.slice(1, 2))
    const [receipt] = await earlier.session.settled()
    await sandbox.use(receipt?.reference ?? '')
    const stage = open({ seal: STAMPED })
    stage.session.add(files)
    await stage.reaches('1.pdf', 'failed')
    await stage.reaches('0.pdf', 'done')
    await stage.reaches('2.pdf', 'done')
    expect(stage.session.files.map(file => errorOf(file).code)).toEqual([
      undefined,
      'already-used',
      undefined,
    ])
  })

  it.each([
    // The named one is refused; the other two go again, alone.
    [422, 3],
    // Nobody is named: each goes again alone, and the large one is then known.
    [413, 4],
  ] as const)('one of which is too large (%i): only that one fails', async (tooLarge, requests) => {
    await sandbox.flip({ tooLarge, sizeLimit: 20_000 })
    const stage = open()
    const files = [pdfOf(3000, '0.pdf', 1), pdfOf(30_000, '1.pdf', 2), pdfOf(3000, '2.pdf', 3)]
    stage.session.add(files)
    await stage.reaches('1.pdf', 'failed')
    await stage.reaches('0.pdf', 'done')
    await stage.reaches('2.pdf', 'done')
    expect(stage.session.files.map(file => errorOf(file).code)).toEqual([
      undefined,
      'too-large',
      undefined,
    ])
    expect(await uploads(sandbox)).toBe(requests)
    expect(await sandbox.received()).toHaveLength(2)
  })

  it.each([
    ['an answer that is lost', { dropAnswer: { times: 1, connection: 'fresh' } }],
    ['a connection that is cut', { dropBody: { times: 1, connection: 'fresh' } }],
    ['a 429', { status: { code: 429, times: 1, retryAfter: 0 } }],
    ['a 500', { status: { code: 500, times: 1 } }],
  ] as const)('bear %s: each is there exactly once', async (_, fault) => {
    await sandbox.flip(fault)
    const stage = open()
    const files = pdfs(3)
    stage.session.add(files)
    await allArrived(stage, files)
    expect(await uploads(sandbox)).toBe(4)
  })

  it('bear an answer that is lost on a used connection: the browser sends all of them again', async () => {
    await sandbox.flip({ dropAnswer: { times: 1, connection: 'used' } })
    const stage = open()
    const files = pdfs(3)
    stage.session.add(files)
    await allArrived(stage, files)
    expect(await uploads(sandbox)).toBe(2)
  })

  it('each show their own progress, which never goes backwards', async () => {
    const { session } = open()
    const files = pdfs(3, 1_500_000)
    const bars = new Map<string, number[]>()
    session.subscribe(({ name, state }) => {
      if (state.phase !== 'sending') return
      bars.set(name, [...(bars.get(name) ?? []), state.done])
      expect(state.done).toBeLessThanOrEqual(state.total)
    })
    session.add(files)
    await session.settled()
    for (const { name } of files) {
      const bar = bars.get(name) ?? []
      expect(bar).toEqual([...bar].sort((a, b) => a - b))
    }
  })
})

describe('a file in a request with others', () => {
  /** Three files, too many bytes for what lies between page and server to hold, in one request that stands still. */
  const halfway = async () => {
    await sandbox.flip({ stall: { afterBytes: 65_536, times: 1 } })
    const { session } = open()
    const files = pdfs(3, 6_500_000)
    session.add(files)
    const isMoving = (state?: FileState): boolean => state?.phase === 'sending' && state.done > 0
    await expect.poll(() => isMoving(session.files[1]?.state), { timeout: 20_000 }).toBe(true)
    return { session, files, id: session.files[1]?.id ?? '' }
  }

  it('can be cancelled: the others arrive, and what arrived of it is taken back', async () => {
    await sandbox.flip({ stall: { at: 'answer', times: 1 } })
    const { session, reaches } = open()
    session.add(pdfs(3))
    const { id } = await reaches('1.pdf', 'confirming')
    session.cancel(id)
    await sandbox.flip({ stall: false })
    expect((await session.settled()).map(({ name }) => name)).toEqual(['0.pdf', '2.pdf'])
    await expect.poll(async () => (await sandbox.received()).length, { timeout: 20_000 }).toBe(2)
    expect(await uploads(sandbox)).toBe(1)
  })

  it('can be paused: the others arrive, and it goes on without being sent twice', async () => {
    const { session, id, files } = await halfway()
    session.pause(id)
    expect(session.files[1]?.state).toMatchObject({ phase: 'paused', from: 'sending' })
    await sandbox.flip({ stall: false })
    const receipts = await session.settled()
    expect(receipts.map(({ name }) => name)).toEqual(['0.pdf', '2.pdf'])
    session.resume(id)
    const [, receipt] = await session.settled()
    expect(await isOpened(sandbox, receipt?.reference, files[1] ?? new Blob())).toBe(true)
    expect(await uploads(sandbox)).toBe(1)
  })

  it('can be paused and go on while the request is under way', async () => {
    const { session, id } = await halfway()
    session.pause(id)
    session.resume(id)
    await sandbox.flip({ stall: false })
    expect(await session.settled()).toHaveLength(3)
    expect(await uploads(sandbox)).toBe(1)
  })

  it('is not stored when all of them are cancelled', async () => {
    const { session } = await halfway()
    session.cancel()
    expect(await session.settled()).toEqual([])
    await sandbox.flip({ stall: false })
    const posts = async () => (await sandbox.requests()).filter(({ kind }) => kind === 'upload')
    // The server has noticed by then that nobody sends the rest.
    const areNoticed = async () => (await posts()).map(({ body }) => body.length > 0)
    await expect.poll(areNoticed, { timeout: 20_000 }).toEqual([true])
    expect(await posts()).toMatchObject([{ complete: false }])
    expect(await sandbox.received()).toEqual([])
  })

  it('that changed since it was chosen fails alone', async () => {
    const folder = await navigator.storage.getDirectory()
    const handle = await folder.getFileHandle('1.pdf', { create: true })
    const write = async (blob: Blob): Promise<void> => {
      const stream = await handle.createWritable()
      await stream.write(blob)
      await stream.close()
    }
    const [first, second, third] = pdfs(3)
    try {
      await write(second ?? new Blob())
      const { session, reaches } = open({ upload: 'manual' })
      session.add([first, await handle.getFile(), third].filter(file => file !== undefined))
      await session.settled()
      await write(pdfOf(5000))
      session.start()
      const failed = await reaches('1.pdf', 'failed')
      expect(errorOf(failed).code).toBe('changed')
      await reaches('0.pdf', 'done')
      await reaches('2.pdf', 'done')
      expect(await uploads(sandbox)).toBe(1)
    } finally {
      await folder.removeEntry('1.pdf')
    }
  })
})

describe('a wrong batch', () => {
  it.each([0, -1, 1.5, Number.NaN, '3', null])('(%s) is misconfigured at once', batch => {
    expect(() => transportOf(sandbox, { batch } as object)).toThrow(
      expect.objectContaining({ code: 'misconfigured' }),
    )
  })
})
