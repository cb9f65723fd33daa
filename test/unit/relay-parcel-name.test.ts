import { expect, test } from 'vitest'
import {
  nameInJson,
  nameInMetadata,
  nameInMultipart,
  uniqueName,
} from '../../src/core/relay/parcel-name.ts'
import { readText } from '../../src/core/relay/read-text.ts'
import { readHead } from '../../src/relay/head.ts'

const UUID = 'b1946ac9-2d5f-4d3a-9c1e-0123456789ab'
const FORM = new Headers({ 'Content-Type': 'multipart/form-data; boundary=x' })

test.each([
  UUID,
  `${UUID}.age`,
  `${UUID}.pdf.age`,
  'passport-0a1b2c3d.pdf.age',
  'passport-0a1b2c3d',
])('%s is no other file’s name', name => {
  expect(uniqueName(name)).toBe(name)
})

test.each([
  '',
  'passport.pdf',
  'pay-20240115.pdf',
  `${UUID} (2).pdf`,
  `x${UUID}`,
  '0a1b2c3d.pdf',
  `${'x'.repeat(400)}-0a1b2c3d`,
  7,
  null,
  undefined,
])('%s may be any file’s name', name => {
  expect(uniqueName(name)).toBeUndefined()
})

const partOf = (parameters: string): string =>
  `--x\r\nContent-Disposition: form-data; ${parameters}\r\n\r\nsealed`

test.each([
  `name="file"; filename="${UUID}.age"`,
  `filename="${UUID}.age"; name="file"`,
  `name=file; filename=${UUID}.age`,
  `name="file"; filename="upload"; filename*=UTF-8''${UUID}.age`,
  `name="file"; filename*=utf-8'en'${UUID.replace('-', '%2D')}.age`,
])('of a form: %s', parameters => {
  expect(nameInMultipart(partOf(parameters), FORM)).toBe(`${UUID}.age`)
})

test('of a form only its first file counts, and nothing that a field says', () => {
  const field = `--x\r\nContent-Disposition: form-data; name="note"\r\n\r\nfilename="${UUID}"\r\n`
  expect(nameInMultipart(field, FORM)).toBeUndefined()
  const files = `${field}${partOf('name="file"; filename="a.pdf"')}\r\n${partOf(`name="b"; filename="${UUID}"`)}`
  expect(nameInMultipart(files, FORM)).toBeNull()
  const half = partOf(`name="file"; filename="${UUID}.age"`).slice(0, 70)
  expect(nameInMultipart(half, FORM)).toBeUndefined()
  expect(nameInMultipart(partOf(`filename*=utf-8''%E0%A4%A`), FORM)).toBeUndefined()
  expect(nameInMultipart(partOf(`filename="${UUID}"`), new Headers())).toBeNull()
})

test('of a form no character but a line feed begins a line: a hostile head is read in no time', () => {
  const line = `Content-Disposition: form-data; filename="${UUID}"\r\n`
  for (const other of ['\u2028', '\u2029', '\r', ' '])
    expect(nameInMultipart(`--x\r\n${other}${line}`, FORM)).toBeUndefined()
  expect(nameInMultipart(`--x\n${line}`, FORM)).toBe(UUID)
  const hostile = 'Content-Disposition: form-data; x=\u2028'.repeat(440)
  const harmless = hostile.replaceAll('\u2028', ' ')
  const shortest = { hostile: Number.POSITIVE_INFINITY, harmless: Number.POSITIVE_INFINITY }
  // The shortest of many, in turn: whatever else the machine does, it leaves one of them alone.
  for (let round = 0; round < 64; round++)
    for (const [kind, head] of [
      ['hostile', hostile],
      ['harmless', harmless],
    ] as const) {
      const since = performance.now()
      nameInMultipart(head, FORM)
      shortest[kind] = Math.min(shortest[kind], performance.now() - since)
    }
  // It was 240 times while U+2028 began a line.
  expect(shortest.hostile).toBeLessThan(20 * shortest.harmless)
})

test('of tus’ metadata and of JSON', () => {
  const metadata = (text: string) => new Headers({ 'Upload-Metadata': text })
  const name = `${UUID}.age`
  expect(nameInMetadata('', metadata(`type YQ==,filename ${btoa(name)}`))).toBe(name)
  expect(nameInMetadata('', metadata(`name ${btoa(name)}, filename ???`))).toBe(name)
  for (const text of ['', 'filename', 'filename %', `type ${btoa(name)}`, `filename ${btoa('a')}`])
    expect(nameInMetadata('', metadata(text))).toBeNull()
  expect(nameInJson(JSON.stringify({ fileName: name, size: 1 }), new Headers())).toBe(name)
  expect(nameInJson(`{"fileName":"${name}"`, new Headers())).toBeUndefined()
  for (const json of ['{}', '[]', '7', 'null', '{"fileName":"a.pdf"}'])
    expect(nameInJson(json, new Headers())).toBeNull()
})

const bodyOf = (...chunks: readonly string[]) => {
  let read = 0
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        const chunk = chunks[read++]
        if (chunk === undefined) controller.close()
        else controller.enqueue(new TextEncoder().encode(chunk))
      },
    },
    { highWaterMark: 0 },
  )
  return { stream, read: () => read }
}
const MAX_BYTES = 100_000
const found = (word: string) => (text: string) => (text.includes(word) ? word : undefined)

test('a head is read until it is found, and every byte goes on in its order', async () => {
  const { stream, read } = bodyOf('one t', 'wo ü', ' three', ' four')
  const head = await readHead(stream.getReader(), found('two'))
  expect([head.found, read()]).toEqual(['two', 2])
  expect(await readText(head.body, MAX_BYTES)).toBe('one two ü three four')
})

test.each([
  `name="file"; filename="${UUID}.age"`,
  `name=file; filename=${UUID}.age`,
  `name="file"; filename="upload"; filename*=UTF-8''${UUID}.age`,
])(
  'a form’s name is the same wherever its chunks end, and no byte is lost: %s',
  async parameters => {
    const form = partOf(parameters)
    for (let border = 0; border <= form.length; border++) {
      const { stream } = bodyOf(form.slice(0, border), form.slice(border))
      const head = await readHead(stream.getReader(), text => nameInMultipart(text, FORM))
      expect([border, head.found]).toEqual([border, `${UUID}.age`])
      expect(await readText(head.body, MAX_BYTES)).toBe(form)
    }
  },
)

test('at most 16 KiB or 64 chunks are read for it', async () => {
  const large = bodyOf(...Array.from({ length: 20 }, () => 'x'.repeat(4096)))
  const head = await readHead(large.stream.getReader(), found('two'))
  expect([head.found, large.read()]).toEqual([undefined, 4])
  expect((await readText(head.body, MAX_BYTES))?.length).toBe(20 * 4096)
  const slow = bodyOf(...Array.from({ length: 100 }, () => 'x'))
  await readHead(slow.stream.getReader(), found('two'))
  expect(slow.read()).toBe(64)
})

test('nothing is read where that is known before', async () => {
  const { stream, read } = bodyOf('one')
  const source = stream.getReader()
  const head = await readHead(source, () => 'known')
  expect([head.body, read()]).toEqual([source, 0])
})

test('who wants no more of the body ends it at its source', async () => {
  let reason: unknown
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: controller => controller.enqueue(new Uint8Array(9)),
    cancel(why) {
      reason = why
    },
  })
  const { body } = await readHead(stream.getReader(), text => (text ? 'found' : undefined))
  await body.cancel('enough')
  expect(reason).toBe('enough')
})
