import { backgroundJob } from '../../../src/core/abort.ts'
import { cutOut } from '../../../src/core/cuts.ts'
import { examine, walkContent } from '../../../src/intake/content/walk.ts'
import { parseLimits } from '../../../src/intake/limits.ts'
import { judgeContent } from '../../../src/intake/rules.ts'
import { type Bytes, changeBytes, join } from '../mutate.ts'
import { jpegs, pdfs, pngs } from '../samples.ts'
import { expect, outcomeOf, type Target } from '../target.ts'
import { makeJpeg } from './jpeg.ts'
import { makePdf } from './pdf.ts'
import { makePng } from './png.ts'

/** A real file that was changed, and what may be said of it. */
export interface Mutant {
  readonly name: string
  readonly bytes: Bytes
  readonly original: Bytes
  /** Unsaid: without a remark that the file has something to it. */
  readonly promise: 'not accepted unsaid' | 'same verdict' | 'only errors of ours'
}

const rules = parseLimits()

/** The file as a page takes it: `refused` with a code, or accepted with remarks. */
export const verdictOf = async (bytes: Bytes, name: string): Promise<string> => {
  const outcome = await outcomeOf(async () => {
    const content = await walkContent(new Blob([bytes]), backgroundJob)
    return judgeContent(name, content, rules)
  })
  if ('error' in outcome) return `refused: ${outcome.error.code}`
  const { type, remarks } = outcome.value
  return `accepted: ${[type, ...[...remarks].sort()].join(' ')}`
}

/** What of the verdict holds for what is left of a picture. */
const withoutGone = (verdict: string): string =>
  verdict.replaceAll(/ (location|trailing)-data/g, '')

/** What is sealed of it where pictures are stripped; undefined where it would be refused, or sealed as it is. */
const leftOf = async (bytes: Bytes): Promise<Bytes | undefined> => {
  const { cuts, damage } = await examine(new Blob([bytes]), backgroundJob, true)
  return damage === undefined && cuts?.length ? cutOut(cuts, 0, bytes.slice()) : undefined
}

export const isUnsaid = (verdict: string): boolean =>
  verdict.startsWith('accepted') && !/trailing-data|no-end-marker/.test(verdict)

export const intake: Target<Mutant> = {
  name: 'intake',
  make(chance) {
    switch (chance.int(8)) {
      case 0:
      case 1:
      case 2:
        return makePng(chance)
      case 3:
      case 4:
        return makeJpeg(chance)
      case 5:
      case 6:
        return makePdf(chance)
      default: {
        const [a, b] = [chance.pick([...pngs, ...jpegs]), chance.pick([...pdfs, ...jpegs, ...pngs])]
        const bytes = changeBytes(join(a.bytes.subarray(0, chance.int(5000)), b.bytes), chance)
        return { name: a.name, original: a.bytes, bytes, promise: 'only errors of ours' }
      }
    }
  },
  async judge({ name, bytes, original, promise }) {
    const verdict = await verdictOf(bytes, name)
    const left = verdict.startsWith('accepted') && (await leftOf(bytes))
    if (left) {
      const stripped = await verdictOf(left, name)
      expect(stripped === withoutGone(verdict), `Stripped it is ${stripped}, and was ${verdict}`)
    }
    if (promise === 'not accepted unsaid')
      expect(!isUnsaid(verdict), `A picture that was cut or changed is ${verdict}`)
    if (promise === 'same verdict') {
      const before = await verdictOf(original, name)
      expect(
        verdict === before,
        `With its metadata in another order it is ${verdict}, not ${before}`,
      )
    }
  },
}
