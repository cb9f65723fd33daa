import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { open, recipientOf } from '../../src/open/index.ts'
import { identityOf, readFormatVectors } from '../age/format-vectors.ts'
import { backEnds, isReady, linesOf, openBy } from '../back-ends.ts'
import { forged, identity, PDF, recipient, sealed, sha256, stranger } from './open-tools.ts'
import { pseudoRandom } from './pseudo-random.ts'

/** So that whoever takes one over can read all of it. */
const MOST_LINES: Readonly<Record<string, number>> = { Python: 100, Go: 140, PHP: 110, Java: 165 }

const vectors = readFormatVectors(
  readFileSync(join(import.meta.dirname, '../vectors/format/vectors.json'), 'utf8'),
)

describe.each(backEnds.map(backEnd => [backEnd.language, backEnd, isReady(backEnd)] as const))(
  'a back end in %s',
  (language, backEnd, isHere) => {
    const run = it.skipIf(!isHere)
    let folder = ''
    let command: readonly [string, ...string[]]
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'sealdrop-back-end-'))
      if (isHere) command = backEnd.build(mkdtempSync(join(folder, 'built-')))
    }, 300_000)
    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    /** What the program answers; undefined where it refuses, and then nothing is left of it. */
    const opened = (whole: Uint8Array, ...keys: readonly string[]) =>
      openBy(command, {
        sealed: whole,
        keys: `# a comment\n${keys.join('\n')}\n`,
        place: mkdtempSync(join(folder, 'place-')),
      })

    run('opens what was sealed here, with its record', async () => {
      for (const bytes of [new Uint8Array(0), PDF, pseudoRandom(65_536), pseudoRandom(200_000)]) {
        const whole = await sealed(bytes, { name: 'pässport "1".pdf' })
        const found = opened(whole, stranger, identity)
        expect(found?.bytes.equals(bytes)).toBe(true)
        expect(found?.file).toBe(await sha256(bytes))
        expect(found?.record).toMatchObject({
          name: 'pässport "1".pdf',
          size: bytes.length,
          sha256: await sha256(bytes),
        })
      }
    })

    run('opens what was sealed for somebody else, too', async () => {
      const both = await sealed(PDF, {}, [await recipientOf(stranger), recipient])
      expect(opened(both, identity)?.bytes.equals(PDF)).toBe(true)
    })

    describe.each(
      vectors
        .filter(({ sealed: { base64 } }) => base64 !== undefined)
        .map(vector => [vector.name, vector] as const),
    )('of the vector %s', (_, vector) => {
      run('says what FORMAT.md says', async () => {
        const whole = Buffer.from(vector.sealed.base64 ?? '', 'base64')
        const found = opened(whole, stranger, await identityOf(1))
        if (['intact', 'no record'].includes(vector.reader))
          expect(found?.bytes).toHaveLength(vector.size)
        expect(found === undefined).toBe(vector.reader === 'damaged')
        if (vector.reader === 'no record') expect(found?.record).toBeNull()
        if (vector.reader === 'intact')
          expect(found?.record).toMatchObject({
            ...(await open(new Blob([whole]), await identityOf(1))).record,
          })
      })
    })

    run('puts nothing anywhere of a file that was cut or changed, or is another’s', async () => {
      const whole = await sealed(pseudoRandom(200_000))
      for (const at of [30, 200, 1500, whole.length - 150_000, whole.length - 1]) {
        const changed = whole.slice()
        changed[at] = (changed[at] ?? 0) ^ 1
        expect(opened(changed, identity)).toBeUndefined()
      }
      const end = Buffer.from(whole).indexOf('\n--- ') + 1
      const added = [whole.subarray(0, end), Buffer.from('-> grease\n\n'), whole.subarray(end)]
      expect(opened(Buffer.concat(added), identity)).toBeUndefined()
      const chunk = 65_536 + 16
      const nextToLast = whole.length - (200_000 % 65_536) - 16
      // Whole chunks that are gone, or have changed places.
      expect(opened(whole.subarray(0, nextToLast), identity)).toBeUndefined()
      const swapped = whole.slice()
      swapped.copyWithin(nextToLast - 2 * chunk, nextToLast - chunk, nextToLast)
      swapped.set(whole.subarray(nextToLast - 2 * chunk, nextToLast - chunk), nextToLast - chunk)
      expect(opened(swapped, identity)).toBeUndefined()
      for (const left of [1, 17, 70_000])
        expect(opened(whole.subarray(0, -left), identity)).toBeUndefined()
      expect(opened(Buffer.concat([whole, whole.subarray(-20)]), identity)).toBeUndefined()
      expect(opened(whole, stranger)).toBeUndefined()
      expect(opened(new Uint8Array(0), identity)).toBeUndefined()
      expect(opened(PDF, identity)).toBeUndefined()
    })

    run('believes nothing of a record or a header that somebody hostile wrote', async () => {
      const nobody = new Uint8Array(32)
      const share = Buffer.from(nobody).toString('base64').replace('=', '')
      const honest = (await open(new Blob([await sealed(PDF)]), identity)).record
      // All else in it is right.
      const json = JSON.stringify({ ...honest, name: 'ÿ' })
      const noText = Uint8Array.from(Buffer.from(json, 'latin1'))
      const text = JSON.stringify({ ...honest, name: 'y' })
      expect(opened(await forged(PDF, [{ text }]), identity)?.record).toMatchObject({ name: 'y' })
      const hostile = [
        await forged(PDF, [{ text: '['.repeat(900) }]),
        await forged(PDF, [{ text: `{"v":1,"name":"\\ud800` }]),
        await forged(PDF, [{ text: new Uint8Array(40_000).fill('['.charCodeAt(0)) }]),
        await forged(PDF, [{ text: noText }]),
        await forged(PDF, [{ text: 'null' }]),
        await forged(PDF, [], [{ args: ['X25519', share], body: nobody }]).then(whole => {
          // In front of the one that opens it.
          const text = Buffer.from(whole).toString('latin1')
          return Buffer.from(text.replace(/-> X25519 \S+\n/, `-> X25519 ${share}\n`), 'latin1')
        }),
        await forged(PDF, [], [{ args: ['a-header-without-end'], body: new Uint8Array(70_000) }]),
      ]
      for (const whole of hostile) expect(opened(whole, identity)).toBeUndefined()
    })

    run(`has fewer than ${MOST_LINES[language]} lines`, () => {
      expect(linesOf(backEnd)).toBeLessThan(MOST_LINES[language] ?? 0)
    })
  },
)
