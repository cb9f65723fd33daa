import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import * as exported from 'cctv-age'
import { describe, expect, it } from 'vitest'
import type { ErrorCode } from '../../src/core/errors.ts'
import { open } from '../../src/open/index.ts'

const vectors: Readonly<Record<string, Uint8Array>> = exported

/** Those that are no age v1 at all, by their first line or inside their armor. */
const foreign = [
  'armor_empty',
  'armor_garbage_leading',
  'armor_header_crlf',
  'armor_lowercase',
  'armor_whitespace_begin',
  'armor_wrong_type',
  'empty',
  'header_crlf',
  'version_unsupported',
]

/** What `open` answers to the verdict of a vector. */
const codeOf = (name: string, expected: string): ErrorCode | undefined => {
  if (expected === 'success') return undefined
  if (expected === 'no match') return 'no-identity'
  return foreign.includes(name) ? 'unsupported' : 'damaged'
}

const parse = (bytes: Uint8Array) => {
  const whole = Buffer.from(bytes)
  const end = whole.indexOf('\n\n')
  const fields = new Map<string, string[]>()
  for (const line of whole.toString('latin1', 0, end).split('\n')) {
    const [key = '', value = ''] = line.split(/: (.*)/s)
    fields.set(key, [...(fields.get(key) ?? []), value])
  }
  const body = whole.subarray(end + 2)
  const sealed = new Uint8Array(fields.has('compressed') ? inflateSync(body) : body)
  const of = (key: string): readonly string[] => fields.get(key) ?? []
  return { of, sealed }
}

describe('the test vectors of age', () => {
  it('are all there', () => {
    expect(Object.keys(vectors).length).toBe(143)
  })

  it.each(Object.entries(vectors))(
    '%s',
    async (name, bytes) => {
      const { of, sealed } = parse(bytes)
      const [passphrase] = of('passphrase')
      const opener = passphrase === undefined ? of('identity') : { passphrase }
      const code = codeOf(name, of('expect')[0] ?? '')
      const opening = open(new Blob([sealed]), opener)
      if (code) {
        await expect(opening).rejects.toMatchObject({ name: 'SealDropError', code })
        return
      }
      const { file, intact, record } = await opening
      const sha256 = createHash('sha256')
        .update(Buffer.from(await file.arrayBuffer()))
        .digest('hex')
      expect([sha256]).toEqual(of('payload'))
      expect(intact).toBe(false)
      expect(record).toBeUndefined()
    },
    60_000,
  )
})
