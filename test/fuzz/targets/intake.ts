import { backgroundJob } from '../../../src/core/abort.ts'
import { walkContent } from '../../../src/intake/content/walk.ts'
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
