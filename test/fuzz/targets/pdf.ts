import type { Chance } from '../chance.ts'
import {
  type Bytes,
  changeBytes,
  changeList,
  hostileText,
  join,
  latin1,
  textOf,
} from '../mutate.ts'
import { pdfs } from '../samples.ts'
import type { Mutant } from './intake.ts'

const NUMBERS = [
  '0',
  '1',
  '9',
  '-1',
  '4294967296',
  '99999999999999999999',
  '1e9',
  '',
  'null',
  '1 0 R',
]
const TOKENS = [
  ...[
    'xref\n0 1\n',
    'trailer\n<<',
    '>>',
    'startxref\n',
    '%%EOF\n',
    '1 0 obj\n',
    'endobj\n',
    'stream\n',
  ],
  ...[
    '/Encrypt 9 0 R',
    '/Encrypt null',
    '/Encrypt<</Filter/Standard/V 5/R 6/O<00>/U()>>',
    '/R 3',
    '/Prev 0',
    '/XRefStm 0',
    '/Type/XRef',
    '%PDF-1.7\n',
    '/Linearized 1',
  ],
  ...['<<'.repeat(2000), '['.repeat(5000), '('.repeat(3000), '/A '.repeat(4000), '\\'.repeat(3000)],
]

/** Another number behind this key, wherever it stands. */
const changeNumber = (text: string, key: RegExp, chance: Chance): string => {
  const found = [...text.matchAll(key)]
  const place = found[chance.int(found.length || 1)]
  if (!place) return text
  const start = place.index + place[0].length
  const end = start + (/^\d*/.exec(text.slice(start))?.[0].length ?? 0)
  const to = chance.isOneIn(2) ? String(chance.int(text.length + 100)) : chance.pick(NUMBERS)
  return text.slice(0, start) + to + text.slice(end)
}

const changeOnce = (text: string, chance: Chance): string => {
  const at = chance.int(text.length + 1)
  switch (chance.int(8)) {
    case 0:
      return changeNumber(text, /startxref\s+/g, chance)
    case 1:
      return changeNumber(text, /\/(?:Prev|XRefStm|Size|Length)\s*/g, chance)
    case 2: // an offset in a table
      return changeNumber(text, /\n(?=\d{10} \d{5} [nf])/g, chance)
    case 3:
      return text.slice(0, at) + chance.pick(TOKENS) + text.slice(at)
    case 4:
      return changeList(text.split(/(?<=endobj)/), chance).join('')
    case 5: // an update that leads back, or nowhere
      return `${text}\nxref\n0 0\ntrailer\n<</Prev ${chance.int(text.length + 50)}/XRefStm ${chance.int(text.length)}>>\nstartxref\n${text.length + 1}\n%%EOF\n`
    case 6:
      return text.replaceAll('startxref', hostileText(chance, 3))
    default:
      return hostileText(chance, 5).repeat(1 + chance.int(60)) + text
  }
}

/** So many sections, each of which names the one before. */
const chain = (count: number): string => {
  let text = '%PDF-1.4\n'
  let before = 0
  for (let left = count; left > 0; left--) {
    const at = text.length
    text += `xref\n0 0\ntrailer\n<</Size 1/Prev ${before}>>\nstartxref\n${at}\n%%EOF\n`
    before = at
  }
  return text
}

/** From its first byte to its last: nobody can tell a PDF that was cut in the middle from one that is oddly written. */
export const makePdf = (chance: Chance): Mutant => {
  const { name, bytes } = chance.pick(pdfs)
  const base = { name, original: bytes, promise: 'only errors of ours' } as const
  if (chance.isOneIn(60)) return { ...base, bytes: latin1(chain(1 + chance.int(3000))) }
  if (chance.isOneIn(60)) {
    // Nothing but white space where a keyword is looked for.
    const size = 1 + chance.int(1_500_000)
    return {
      ...base,
      bytes: join(
        latin1('%PDF-1.4\n'),
        new Uint8Array(size).fill(chance.pick([0x20, 0x25, 0x28, 0x2f, 0x3c, 0xff])),
      ),
    }
  }
  let changed: Bytes = bytes
  for (let left = 1 + chance.int(3); left > 0; left--)
    changed = chance.isOneIn(3)
      ? changeBytes(changed, chance)
      : latin1(changeOnce(textOf(changed), chance))
  return { ...base, bytes: changed }
}
