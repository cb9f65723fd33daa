import { request as requestOf } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../engines/driver/chromium.ts'
import { oracle } from '../oracle.ts'
import { startRedis, type TestRedis } from './redis.ts'
import { type Balanced, startBalanced } from './tus-nodes.ts'

const dist = join(import.meta.dirname, '..', '..', 'dist')
const CHUNK = 1_048_576
const SIZE = 12_000_000

/** No two of its chunks are alike. */
const paper = ((): Buffer => {
  const head = '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n2 0 obj\n<< /Length 0 >>\nstream\n'
  const body = Buffer.alloc(SIZE)
  for (let at = 0, state = 1; at < SIZE; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    body[at] = state >>> 24
  }
  const start = `${head}${body.toString('latin1')}\nendstream\nendobj\n`
  const foot = `xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n${start.length}\n%%EOF\n`
  return Buffer.from(start + foot, 'latin1')
})()

const page = `<!doctype html><title>Papers</title><script type="module" src="/sealdrop.js"></script>
<seal-drop transport="tus" endpoint="/files" seal="none: the server reads it" parallel="1"
  options='{"chunkSize":${CHUNK}}' upload="auto"></seal-drop>`

/** Runs in the page: adds the document, and waits for what becomes of it. */
const uploadPaper = async (): Promise<string> => {
  await customElements.whenDefined('seal-drop')
  const bytes = await (await fetch('/paper.pdf')).arrayBuffer()
  const element = document.querySelector('seal-drop')
  if (!element) throw new Error('There is none.')
  element.add([new File([bytes], 'paper.pdf', { type: 'application/pdf' })])
  const [receipt] = await element.settled()
  return `${receipt?.reference}`
}

let redis: TestRedis
let tus: Balanced
beforeAll(async () => {
  redis = await startRedis(oracle('redis-server'))
  tus = await startBalanced(redis.port, dist, { '/': page, '/paper.pdf': paper })
})
afterAll(async () => {
  await tus.close()
  await redis.close()
})

/** The upload's path. */
const create = async (length: number): Promise<string> => {
  const headers = { 'Tus-Resumable': '1.0.0', 'Upload-Length': String(length) }
  const answer = await fetch(`${tus.nodeUrl(0)}/files`, { method: 'POST', headers })
  return new URL(answer.headers.get('location') ?? '').pathname
}
const offsetAt = async (node: number, path: string): Promise<readonly unknown[]> => {
  const headers = { 'Tus-Resumable': '1.0.0' }
  const answer = await fetch(tus.nodeUrl(node) + path, { method: 'HEAD', headers })
  return [answer.status, answer.headers.get('upload-offset')]
}

test('who has an upload lets go when another node wants it, and nothing is lost', async () => {
  const path = await create(100)
  const headers = {
    'Tus-Resumable': '1.0.0',
    'Upload-Offset': '0',
    'Content-Type': 'application/offset+octet-stream',
    'Content-Length': '100',
  }
  // A line that is half dead: it says no more, and is not closed.
  const half = requestOf(tus.nodeUrl(0) + path, { method: 'PATCH', headers })
  half.on('error', () => {})
  half.write(Buffer.alloc(40, 1))
  await expect.poll(async () => (await tus.stored(path))?.length).toBe(40)
  expect(await offsetAt(1, path)).toEqual([200, '40'])
  half.destroy()
  const rest = { ...headers, 'Upload-Offset': '40', 'Content-Length': '60' }
  const body = Buffer.alloc(60, 2)
  const answer = await fetch(tus.nodeUrl(1) + path, { method: 'PATCH', headers: rest, body })
  expect([answer.status, answer.headers.get('upload-offset')]).toEqual([204, '100'])
  expect(await tus.stored(path)).toEqual(Buffer.concat([Buffer.alloc(40, 1), body]))
})

test('two nodes that get the same chunk at once write it once', async () => {
  const path = await create(100)
  const headers = {
    'Tus-Resumable': '1.0.0',
    'Upload-Offset': '0',
    'Content-Type': 'application/offset+octet-stream',
  }
  const answers = await Promise.all(
    [0, 1, 0, 1].map(node =>
      fetch(tus.nodeUrl(node) + path, {
        method: 'PATCH',
        headers,
        body: Buffer.alloc(100, node + 1),
      }),
    ),
  )
  expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409, 409, 409])
  const stored = await tus.stored(path)
  expect(stored.length).toBe(100)
  expect(new Set(stored).size).toBe(1)
})

test('without Redis an upload waits: 503, in words, and it goes on when it is back', async () => {
  const path = await create(100)
  await redis.kill()
  expect((await offsetAt(1, path))[0]).toBe(503)
  await redis.start()
  await expect.poll(() => offsetAt(1, path)).toEqual([200, '0'])
})

test('an upload from a page whose node is killed is finished by another one, and only a part of a chunk goes twice', async () => {
  const chromium = await launchChromium()
  try {
    const tab = await chromium.open()
    await tab.goto(tus.url)
    tus.killAfter(6.5 * CHUNK)
    const reference = await tab.evaluate(uploadPaper)
    expect(reference).toContain(`${tus.url}/files/`)

    expect((await tus.stored(new URL(reference).pathname)).equals(paper)).toBe(true)
    expect(tus.passed.filter(({ method }) => method === 'POST')).toHaveLength(1)

    const chunks = tus.passed.filter(({ method }) => method === 'PATCH')
    // Both nodes had a part of it.
    expect(new Set(chunks.map(({ node }) => node)).size).toBe(2)
    expect(chunks.filter(({ status }) => status !== 204)).toHaveLength(1)
    const sent = chunks.reduce((sum, { bytes }) => sum + bytes, 0)
    expect(sent - paper.length).toBeLessThanOrEqual(CHUNK)
    // Nothing that a node said it has goes again.
    let has = 0
    for (const { from, bytes, status } of chunks) {
      expect(from).toBeGreaterThanOrEqual(has)
      if (status === 204) has = from + bytes
    }
    expect(has).toBe(paper.length)
  } finally {
    await chromium.close()
  }
}, 180_000)
