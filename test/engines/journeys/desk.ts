import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect } from 'vitest'
import { toBech32 } from '../../../src/core/to-bech32.ts'
import { generateIdentity, type Identity, open, recipientOf } from '../../../src/open/index.ts'
import { CARD } from '../../age/card.ts'
import { JPG } from '../../documents.ts'
import { dist, type Journeys, type Trip } from '../trip.ts'
import type { Visitor } from '../visitor.ts'

/** One of 256 is like this. */
const identityWithZero = (): string => {
  const key = randomBytes(32)
  key[0] = 0
  return toBech32('age-secret-key-', key).toUpperCase()
}

/** What arrives of a document that a visitor sends for this recipient. */
const sentFor = async (
  { http, ...trip }: Trip,
  visitor: Visitor,
  recipient: string,
): Promise<Buffer> => {
  http.reset()
  const site = await trip.site(
    'http',
    `<seal-drop ${trip.attributes('http')}></seal-drop>`.replace(http.recipient, recipient),
  )
  await visitor.goes(site.url)
  await visitor.chooses(JPG)
  await visitor.sees('Delivered')
  const [received] = http.received()
  return http.sealed(received?.id ?? '')
}

/** A document goes out for an identity of the recipient's own, and the desk, opened from the disk, opens what arrived. */
const opensWhatWasSent = async (trip: Trip, identity: string): Promise<void> => {
  const { folder } = trip
  const visitor = await trip.visitor()
  const [sealed, key] = [join(folder, 'arrived.age'), join(folder, 'identity.txt')]
  await writeFile(sealed, await sentFor(trip, visitor, await recipientOf(identity)))
  await writeFile(key, `# created: today\n${identity}\n`)

  await visitor.goes(pathToFileURL(join(dist, 'desk.html')).href)
  await visitor.tab.choose(() => visitor.clicks('Choose the identity file'), [key])
  await visitor.sees('Identity loaded.')
  await visitor.tab.choose(() => visitor.clicks('Choose sealed files'), [sealed])
  await visitor.sees('1 of 1 opened.', 'DSCN0010.jpg', 'Unchanged since it was sealed.')
  const saved = await visitor.tab.download(() => visitor.clicks('Download DSCN0010.jpg'))
  expect(saved.name).toBe('DSCN0010.jpg')
  expect(saved.bytes.equals(await readFile(JPG))).toBe(true)
}

/** Runs in the page. */
const giveRecipient = (recipient: string): void => {
  const field = document.querySelector<HTMLInputElement>('#recipient')
  if (field) field.value = recipient
  field?.form?.requestSubmit()
}

export const desk: Journeys = {
  'the recipient opens what arrived, and saves it': async trip =>
    opensWhatWasSent(trip, await generateIdentity()),
  'with a post-quantum identity, too': async trip =>
    opensWhatWasSent(trip, await generateIdentity({ postQuantum: true })),
  'with an identity whose key begins with a zero, which WebKitGTK refuses': async trip =>
    opensWhatWasSent(trip, identityWithZero()),
  'for a key in hardware, which opens what arrived': async trip => {
    const visitor = await trip.visitor()
    for (const recipient of [CARD.classic, CARD.hybrid]) {
      const sealed = new Blob([new Uint8Array(await sentFor(trip, visitor, recipient))])
      const card: Identity = { unwrapFileKey: async stanzas => CARD.fileKeyIn(stanzas) }
      const { file, intact } = await open(sealed, card)
      expect([file.name, intact]).toEqual(['DSCN0010.jpg', true])
      expect((await readFile(JPG)).equals(new Uint8Array(await file.arrayBuffer()))).toBe(true)
    }
  },
  'at the desk, the focus stays near where a button was that went away': async trip => {
    const identity = await generateIdentity()
    const key = join(trip.folder, 'identity.txt')
    await writeFile(key, identity)
    const visitor = await trip.visitor()
    await visitor.goes(pathToFileURL(join(dist, 'desk.html')).href)
    await visitor.tab.choose(() => visitor.clicks('Choose the identity file'), [key])
    await visitor.sees('Identity loaded.')
    await visitor.clicks('Forget it')
    await visitor.isOn('Choose the identity file')
    await visitor.clicks('Make a key pair')
    await visitor.sees('A key pair was made.')
    await visitor.tab.evaluate(giveRecipient, await recipientOf(identity))
    await visitor.sees('2 recipients.')
    await visitor.clicks('Remove')
    await visitor.isOn('Yours')
    await visitor.tab.download(() => visitor.clicks('Save the identity'))
  },
}
