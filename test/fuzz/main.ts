import type { Chance } from './chance.ts'
import { becomePage } from './page.ts'
import type { Target } from './target.ts'
import { answers, tusHeaders } from './targets/answers.ts'
import { bucketXml } from './targets/bucket-xml.ts'
import { intake, type Mutant } from './targets/intake.ts'
import { makeJpeg } from './targets/jpeg.ts'
import { names } from './targets/names.ts'
import { open } from './targets/open.ts'
import { options } from './targets/options.ts'
import { makePdf } from './targets/pdf.ts'
import { pem } from './targets/pem.ts'
import { makePng } from './targets/png.ts'
import { recipients } from './targets/recipients.ts'
import { record } from './targets/record.ts'
import { shelf } from './targets/shelf.ts'

becomePage()

export const targets: readonly Target[] = [
  intake,
  answers,
  bucketXml,
  pem,
  recipients,
  tusHeaders,
  names,
  record,
  open,
  options,
  shelf,
] as readonly Target[]

/** Of the formats that other programs judge, too. */
export const makers: readonly ((chance: Chance) => Mutant)[] = [makePng, makeJpeg, makePdf]

export { fuzz, listenForRejections, whyBroken } from './play.ts'
export { BUILT } from './samples.ts'
export { decode, encode } from './saved.ts'
export { isUnsaid, verdictOf } from './targets/intake.ts'
