import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect } from 'vitest'
import { generateIdentity, recipientOf } from '../../../src/open/index.ts'
import { JPG } from '../../documents.ts'
import { dist, type Journeys, type Trip } from '../trip.ts'

/** A document goes out for an identity of the recipient's own, and the desk, opened from the disk, opens what arrived. */
const opensWhatWasSent = async (trip: Trip, identity: string): Promise<void> => {
  const { http, folder } = trip
  const recipient = await recipientOf(identity)
  const site = await trip.site(
    'http',
    `<seal-drop ${trip.attributes('http')}></seal-drop>`.replace(http.recipient, recipient),
  )
  const visitor = await trip.visitor()
  await visitor.goes(site.url)
  await visitor.chooses(JPG)
  await visitor.sees('Delivered')
  const [received] = http.received()
  const [sealed, key] = [join(folder, 'arrived.age'), join(folder, 'identity.txt')]
  await writeFile(sealed, http.sealed(received?.id ?? ''))
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
