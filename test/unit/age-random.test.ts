import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { describe, expect, it } from 'vitest'
import { backgroundJob } from '../../src/core/abort.ts'
import { open } from '../../src/open/index.ts'
import { sealedSize } from '../../src/seal/size.ts'
import { bytesOf } from '../age/forge.ts'
import { ageScheme } from '../age/scheme.ts'
import { turnsOf } from '../turns.ts'
import { pseudoRandom } from './pseudo-random.ts'

const identities = await Promise.all([1, 2, 3].map(() => generateIdentity()))
const recipients = await Promise.all(identities.map(identityToRecipient))
const decrypters = identities.map(identity => {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  return decrypter
})

const CHUNK = 65_536
const MOST = 200_000
const ROUNDS = 20
const FILES = turnsOf(100)

/** A source of numbers below a limit, the same in every run. */
const numbers = (seed: number): ((limit: number) => number) => {
  const view = new DataView(pseudoRandom(256 * 1024, seed).buffer)
  let at = 0
  return limit => {
    at += 4
    return view.getUint32(at - 4) % limit
  }
}

/** One in four at an edge of chunks or beside it; of the others most are small, as the fourth power of a fraction is. */
const sizeFrom = (below: (limit: number) => number): number => {
  if (below(4) === 0) return Math.max(0, below(4) * CHUNK + below(3) - 1)
  return Math.floor(MOST * (below(1_000_000) / 1_000_000) ** 4)
}

/** Letters of one to four bytes, what JSON must escape, and what is no character at all. */
const LETTERS = [...'aZ ."\\\n\u0000éß護\u202e🛂\ud800']
const nameFrom = (below: (limit: number) => number): string =>
  Array.from(
    { length: below(5) === 0 ? below(600) : below(40) },
    () => LETTERS[below(LETTERS.length)],
  ).join('')

describe('files of any size and name, for one to three recipients', { timeout: 60_000 }, () => {
  const rounds = Array.from({ length: ROUNDS }, (_, round) => round + 1)
  it.each(rounds)(
    `are opened to the original by age’s own library, and one in five by ours: round %i of ${ROUNDS}`,
    async round => {
      const below = numbers(round)
      for (let file = 0; file < FILES; file++) {
        const size = sizeFrom(below)
        const name = nameFrom(below)
        const count = 1 + below(3)
        const which = below(count)
        const original = pseudoRandom(size, 1000 * round + file)
        const spec = { scheme: 'age', recipients: recipients.slice(0, count) } as const
        const plain = { blob: new Blob([original]), name, type: 'application/pdf', remarks: [] }
        const sealed = await bytesOf((await ageScheme.seal(plain, spec, backgroundJob)).body)
        const what = `round ${round}, file ${file}: ${size} bytes, recipient ${which} of ${count}`
        expect(sealed.length, what).toBe(sealedSize(size, spec))
        const opened = Buffer.from((await decrypters[which]?.decrypt(sealed)) ?? [])
        expect(opened.equals(original), what).toBe(true)
        if (file % 5 > 0) continue
        const { record, intact } = await open(new Blob([sealed]), identities[which] ?? '')
        expect(intact, what).toBe(true)
        const kept = record?.name ?? ''
        // Only a long one is cut.
        expect(name.length < 40 ? name === kept : name.startsWith(kept) && kept !== '', what).toBe(
          true,
        )
      }
    },
  )
})
