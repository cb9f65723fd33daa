import { multipartName } from '../../../src/core/multipart-name.ts'
import { safeName } from '../../../src/core/name.ts'
import { uniqueName } from '../../../src/core/relay/parcel-name.ts'
import { formats } from '../../../src/intake/formats.ts'
import { isMisnamed } from '../../../src/intake/misnamed.ts'
import { wireName } from '../../../src/seal/wire-name.ts'
import { changeText, hostileText } from '../mutate.ts'
import { expect, outcomeOf, type Target } from '../target.ts'

const NAMES = [
  'passport.pdf',
  'C:\\Users\\me\\scan.JPG',
  '../../etc/passwd',
  'naïve résumé (1).pdf',
  'CON.pdf',
  '.hidden',
  'a.tar.gz',
  `${'字'.repeat(90)}.png`,
  `${'x'.repeat(250)}.jpeg`,
  `no dot ${'é'.repeat(130)}`,
  'invoice\u202efdp.exe',
  '👩‍👩‍👧‍👦.png',
]
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u
const DEVICE = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])\s*(\.|$)/i
const bytesIn = (text: string): number => Buffer.byteLength(text)

const judgeName = (name: string, most = 255): void => {
  const said = JSON.stringify(name)
  expect(name !== '' && name !== '.' && name !== '..', `It is ${said}.`)
  expect(bytesIn(name) <= most, `It has ${bytesIn(name)} bytes: ${said}`)
  expect(!UNSEEN.test(name), `It has letters that nobody sees: ${said}`)
  expect(!/[/\\]/.test(name), `It is a path: ${said}`)
  expect(name === name.normalize('NFC'), `It is not NFC: ${said}`)
  expect(!DEVICE.test(name), `It is a device: ${said}`)
  expect(!/^\s|[\s.]$/.test(name), `It begins or ends with what Windows drops: ${said}`)
}

interface Named {
  readonly name: string
  readonly most: number
}

export const names: Target<Named> = {
  name: 'names',
  make(chance) {
    let name = chance.isOneIn(4) ? hostileText(chance, 400) : chance.pick(NAMES)
    for (let left = chance.int(4); left > 0; left--) name = changeText(name, chance)
    return { name, most: chance.isOneIn(3) ? 40 + chance.int(216) : 255 }
  },
  async judge({ name, most }) {
    const outcome = await outcomeOf(() => safeName(name, most))
    if ('error' in outcome) expect(false, `A name is refused: ${outcome.error.message}`)
    const safe = outcome.value
    judgeName(safe, most)
    expect(safeName(safe, most) === safe, `A safe name changes: ${JSON.stringify(safe)}`)
    for (const format of formats) isMisnamed(name, format)
    for (const seal of ['age', 'age+pdf', 'didww', 'none'] as const) {
      const wire = wireName('original', safeName(name), 'application/pdf', seal)
      judgeName(wire)
      const repeated = multipartName(wire)
      // A relay knows the parcel by it.
      expect(
        repeated.length > 400 || uniqueName(wire) === repeated,
        `No relay knows ${JSON.stringify(wire)}.`,
      )
      const opaque = wireName('opaque', name, 'application/pdf', seal)
      expect(/^[\da-f-]{36}\.(age|pdf|enc)$/.test(opaque), `An opaque name is ${opaque}.`)
    }
  },
}
