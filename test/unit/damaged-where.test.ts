import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { backgroundJob } from '../../src/core/abort.ts'
import { openDocument, troubleOf } from '../../src/desk/opening.ts'
import { open, openStream } from '../../src/open/index.ts'
import { createPlace, type Ended, sealdrop } from './cli-tools.ts'
import { identity, recipient, sealed } from './open-tools.ts'
import { pseudoRandom } from './pseudo-random.ts'

const CHUNK = 65_536
const [NONCE, TAG, MAC] = [16, 16, 43]
const whole = await sealed(pseudoRandom(70_000), { name: 'a.pdf' })
const mac = Buffer.from(whole).indexOf('\n--- ') + 5
const payload = mac + MAC + 1 + NONCE

/** The same file with other bits in each of these bytes. */
const changed = (start: number, count: number): Uint8Array<ArrayBuffer> =>
  whole.map((byte, at) => (at >= start && at < start + count ? byte ^ 0xff : byte))
/** Still base64, of another MAC. */
const otherMac = (): Uint8Array<ArrayBuffer> =>
  whole.map((byte, at) => (at === mac ? (byte === 0x41 ? 0x42 : 0x41) : byte))

const CUT = 'The file was cut or changed.'
const HEADER = 'The header of the file is broken, or was changed.'

describe.each([
  ['the tag of its first chunk', () => changed(payload + CHUNK, TAG), CUT, 0],
  ['the tag of its last chunk', () => changed(whole.length - TAG, TAG), CUT, CHUNK],
  ['the MAC of its header, to another one', otherMac, HEADER, 0],
  ['the MAC of its header, to what is none', () => changed(mac, MAC), /^The header /, 0],
] as const)('a sealed file is damaged that was changed in %s', (_, make, message, before) => {
  const file = make()
  const place = createPlace()
  const told = ({ out }: Ended): Record<string, unknown> => JSON.parse(out.split('\n')[0] ?? '')

  it('and open says where', async () => {
    expect(file).toHaveLength(whole.length)
    const error = { name: 'SealDropError', code: 'damaged', retryable: false }
    const opened = open(new Blob([file]), identity)
    await expect(opened).rejects.toMatchObject({
      ...error,
      message: expect.stringMatching(message),
    })
  })

  it('and a stream ends with it, and never closes as if it were whole', async () => {
    let released = 0
    const read = async (): Promise<void> => {
      const { stream, intact } = await openStream(new Blob([file]), identity)
      intact.catch(() => {})
      for await (const bytes of stream) released += bytes.length
    }
    await expect(read()).rejects.toMatchObject({ code: 'damaged' })
    expect(released).toBe(before)
  })

  it('and the desk says so, not that it is for someone else', async () => {
    const key = { opener: identity, fingerprint: 'ours' }
    const opened = openDocument(new Blob([file]), [key], backgroundJob)
    expect(troubleOf(await opened.catch((thrown: unknown) => thrown))).toBe('damaged')
  })

  it.each(['open', 'reseal'])('and the command %s says so, and leaves nothing', async command => {
    const [name, out] = [`${command}.age`, join(place, command)]
    mkdirSync(out)
    writeFileSync(join(place, name), file)
    const words = [command, name, '-i', 'key.txt', '-o', command, '--json']
    const more = command === 'reseal' ? ['-r', recipient] : []
    const ended = await sealdrop([...words, ...more], { cwd: place })
    expect(ended.code).toBe(1)
    expect(told(ended)).toMatchObject({ status: 'failed', code: 'damaged' })
    expect(readdirSync(out)).toEqual([])
  })
})
