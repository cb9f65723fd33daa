import { armor, Encrypter } from 'age-encryption'
import { expect } from 'playwright/test'
import { wrapPdf } from '../../src/seal/wrap/pdf.ts'
import { CARD } from '../age/card.ts'
import { chosen, newKeys, sample, sealed, test } from './desk-site.ts'
import { unzipped } from './zip.ts'

const PDF = 'pdf/doc_1_3_pages.pdf'
const JPG = 'jpg/landscape_6.jpg'
const PNG = 'png/basn6a08.png'

test('many sealed files are opened at once, and each can be saved as it was', async ({ desk }) => {
  const keys = await newKeys()
  const [pdf, jpg, png] = await Promise.all([PDF, JPG, PNG].map(sample))
  const files = [
    [pdf, { name: 'lease.pdf', type: 'application/pdf' }, 'PDF · 12 kB'],
    [jpg, { name: 'passport.jpg', type: 'image/jpeg' }, 'JPG · 138 kB'],
    [png, { name: 'seal.png', type: 'image/png' }, 'PNG · 184 bytes'],
  ] as const
  await desk.load(keys)
  await desk.add(
    ...(await Promise.all(
      files.map(async ([bytes = '', facts], index) =>
        chosen(`${index}.age`, await sealed(keys.recipient, bytes, facts)),
      ),
    )),
  )
  await desk.isDone('3 of 3 opened.')
  for (const [bytes = Buffer.of(), { name }, kind] of files) {
    const card = desk.card(name)
    await expect(card.getByText(kind)).toBeVisible()
    await expect(card.getByText('Unchanged since it was sealed.')).toBeVisible()
    await expect(card.getByText('That does not say who sealed it')).toBeVisible()
    const saved = await desk.saved(card.getByRole('button', { name: `Download ${name}` }))
    expect(saved.name).toBe(name)
    expect(saved.bytes.equals(bytes)).toBe(true)
  }
})

test('pictures are shown, and nothing but pictures', async ({ desk, page }) => {
  const keys = await newKeys()
  const seal = async (path: string, name: string) =>
    chosen(`${name}.age`, await sealed(keys.recipient, await sample(path), { name }))
  await desk.load(keys)
  await desk.add(
    await seal(JPG, 'a.jpg'),
    await seal(PNG, 'b.png'),
    await seal(PDF, 'c.pdf'),
    await seal('png/badcrc.png', 'd.png'),
  )
  await desk.isDone('4 of 4 opened.')
  for (const name of ['a.jpg', 'b.png']) {
    const card = desk.card(name)
    await card.getByRole('button', { name: 'Show the picture' }).click()
    const picture = page.getByRole('dialog', { name })
    await expect(picture.locator('canvas')).toHaveCount(1)
    await expect(card.locator('.thumb canvas')).toHaveCount(1)
    await picture.getByRole('button', { name: 'Close' }).click()
    await expect(picture).toHaveCount(0)
  }
  for (const name of ['c.pdf', 'd.png'])
    await expect(desk.card(name).locator('canvas')).toHaveCount(0)
  await expect(page.locator('img')).toHaveCount(0)
  await expect(desk.card('d.png').getByText('looks damaged')).toBeVisible()
  await expect(page.locator('iframe, object, embed, frame')).toHaveCount(0)
})

test('all in one archive: equal names are told apart, and none is one that Windows refuses', async ({
  desk,
  page,
}) => {
  const keys = await newKeys()
  const names = ['a.pdf', 'A.PDF', 'a (2).pdf', 'a.pdf', 'con', 'nul.txt', 'b.pdf. .', 'x:y?.pdf']
  await desk.load(keys)
  await desk.add(
    ...(await Promise.all(
      names.map(async (name, index) =>
        chosen(
          `${index}.age`,
          // The last: a date that no ZIP knows.
          await sealed(keys.recipient, `document ${index}`, { name, lastModified: 8.64e15 }),
        ),
      ),
    )),
  )
  await desk.isDone('8 of 8 opened.')
  const { name, bytes } = await desk.saved(
    page.getByRole('button', { name: 'Download all as an archive' }),
  )
  expect(name).toBe('documents.zip')
  expect(unzipped(bytes).map(([entry, content]) => [entry, content.toString()])).toEqual(
    [
      'a.pdf',
      'A (2).PDF',
      'a (2) (2).pdf',
      'a (3).pdf',
      '_con',
      '_nul.txt',
      'b.pdf',
      'x_y_.pdf',
    ].map((entry, index) => [entry, `document ${index}`]),
  )
})

test('armored files, those of other clients and those with a passphrase are opened, too', async ({
  desk,
  page,
}) => {
  const keys = await newKeys()
  const pdf = await sample(PDF)
  const foreign = new Encrypter()
  foreign.addRecipient(keys.recipient)
  const locked = new Encrypter()
  locked.setPassphrase('correct horse')
  locked.setScryptWorkFactor(4)
  await desk.load(keys)
  await desk.add(
    chosen('armored.age', armor.encode(await sealed(keys.recipient, pdf, { name: 'sent.pdf' }))),
    chosen('foreign.age', await foreign.encrypt(pdf)),
    chosen('locked.age', await locked.encrypt(pdf)),
  )
  await desk.isDone('2 of 3 opened. 1 could not be opened.')
  await expect(desk.card('sent.pdf').getByText('Unchanged since')).toBeVisible()
  await expect(desk.card('document.pdf').getByText('It carries no record')).toBeVisible()
  await page.getByLabel('passphrase').fill('correct horse')
  await page.keyboard.press('Enter')
  await desk.isDone('3 of 3 opened.')
  await expect(page.getByLabel('passphrase')).toHaveValue('')
})

test('a sealed file that travelled as a PDF is opened; one that was saved again says what helps', async ({
  desk,
}) => {
  const keys = await newKeys()
  const pdf = await sample(PDF)
  const bare = await sealed(keys.recipient, pdf, { name: 'inside.pdf' })
  const wrapped = Buffer.from(await wrapPdf(new Blob([new Uint8Array(bare)])).arrayBuffer())
  await desk.load(keys)
  await desk.add(
    chosen('wrapped.pdf', wrapped),
    chosen('stamped.pdf', Buffer.concat([wrapped, Buffer.from('\nstamp')])),
    chosen('ordinary.pdf', pdf),
  )
  await desk.isDone('1 of 3 opened. 2 could not be opened.')
  const saved = await desk.saved(desk.card('inside.pdf').getByRole('button', { name: 'Download' }))
  expect(saved.bytes.equals(pdf)).toBe(true)
  for (const name of ['stamped.pdf', 'ordinary.pdf'])
    await expect(desk.card(name).getByText('if it has an attachment, save that')).toBeVisible()
})

test('files wait for an identity, and what one does not open the next one does', async ({
  desk,
  page,
}) => {
  const [mine, theirs] = [await newKeys(), await newKeys()]
  await desk.add(chosen('a.age', await sealed(mine.recipient, 'a', { name: 'mine.txt' })))
  await desk.isDone('1 waiting for an identity.')
  await desk.load(theirs)
  await desk.isDone('0 of 1 opened. 1 could not be opened.')
  await expect(desk.card('a.age').getByText('it was sealed for someone else')).toBeVisible()
  const field = page.getByLabel('paste an identity')
  await expect(field).toHaveAttribute('type', 'password')
  await field.fill(`# pasted in one line ${mine.identity} # and more`)
  await page.getByRole('button', { name: 'Use it' }).click()
  await desk.isDone('1 of 1 opened.')
  await expect(desk.card('mine.txt')).toBeVisible()
  await expect(field).toHaveValue('')
  expect(await page.content()).not.toMatch(/AGE-SECRET-KEY-1[A-Z0-9]/)
  await page.getByRole('button', { name: 'Forget it' }).click()
  await desk.add(chosen('b.age', await sealed(mine.recipient, 'b')))
  await desk.isDone('1 waiting for an identity.')
})

test('a file for a key in hardware alone says what opens it, before an identity is given and after', async ({
  desk,
}) => {
  const words = 'only with a private key in hardware'
  const keys = await newKeys()
  const add = async (name: string): Promise<void> =>
    desk.add(chosen(name, await sealed(CARD.classic, 'a')))
  await add('a.age')
  await expect(desk.card('a.age').getByText(words)).toContainText('npx sealdrop open')
  await desk.add(chosen('b.age', await sealed(keys.recipient, 'b', { name: 'mine.txt' })))
  await desk.load(keys)
  await desk.isDone('1 of 2 opened. 1 could not be opened.')
  await add('c.age')
  await expect(desk.card('c.age').getByText(words)).toBeVisible()
  await desk.add(chosen('d.age', await sealed(CARD.hybrid, 'd')))
  await expect(desk.card('d.age').getByText(words)).toBeVisible()
})

test('what is no identity is told, and a broken one is not repeated', async ({ desk, page }) => {
  const { identity } = await newKeys()
  await desk.choose('Choose the identity file', [chosen('letter.txt', 'Dear Sir')])
  await expect(page.getByText('There is no identity in it.')).toBeVisible()
  const locked = new Encrypter()
  locked.setPassphrase('x')
  locked.setScryptWorkFactor(4)
  await desk.choose('Choose the identity file', [
    chosen('identity.age', await locked.encrypt(identity)),
  ])
  await expect(page.getByText('itself sealed with a passphrase')).toBeVisible()
  await page.getByLabel('paste an identity').fill(identity.slice(0, -1))
  await page.getByRole('button', { name: 'Use it' }).click()
  await expect(page.getByText('The identity is broken')).toBeVisible()
  expect(await page.content()).not.toContain(identity.slice(0, 24))
  await desk.add(chosen('a.age', 'x'))
  await desk.isDone('1 waiting for an identity.')
})

test('where the sender’s browser and the desk disagree, both are told', async ({ desk }) => {
  const keys = await newKeys()
  const facts = {
    name: 'holiday.png',
    type: 'image/png',
    remarks: ['encrypted', 'near-limit'] as const,
  }
  await desk.load(keys)
  await desk.add(
    chosen('a.age', await sealed(keys.recipient, await sample('jpg/DSCN0010.jpg'), facts)),
    chosen('b.age', await sealed(keys.recipient, await sample(PDF), { name: 'honest.pdf' })),
  )
  await desk.isDone('2 of 2 opened.')
  const card = desk.card('holiday.png')
  await expect(card.getByRole('listitem')).toHaveText([
    'This photo says where it was taken.',
    'The name does not say what kind of file it is.',
    'The sender’s browser says otherwise. Kind: PNG',
    'The sender’s browser says otherwise. Remarks: This PDF is protected. It seems to open without a password. This file is close to the largest size.',
  ])
  await card.getByText('What the sender’s browser says').click()
  const rows = card.getByRole('table').getByRole('row')
  await expect(rows.filter({ hasText: /^\s*Kind/ })).toHaveText(/Kind\s+differs\s+PNG\s+JPG/)
  await expect(rows.filter({ hasText: /^\s*Checked/ })).toHaveText(
    /Its size\. Its kind, by content\. That it is whole\.\s+Whole/,
  )
  await expect(rows.filter({ hasText: /^\s*Sealed with/ })).toHaveText(
    /sealdrop\/\S+\s+Cannot be known here/,
  )
  await expect(desk.card('honest.pdf').getByRole('listitem')).toHaveCount(0)
})

test('clearing the list ends what is under way, and every URL of a document', async ({
  desk,
  page,
}) => {
  await page.addInitScript(() => {
    const live = new Set<string>()
    Object.assign(window, { live })
    const { createObjectURL, revokeObjectURL } = URL
    URL.createObjectURL = blob => {
      const url = createObjectURL.call(URL, blob)
      live.add(url)
      return url
    }
    URL.revokeObjectURL = url => {
      live.delete(url)
      revokeObjectURL.call(URL, url)
    }
  })
  await page.reload()
  const liveUrls = () => page.evaluate(() => (window as unknown as { live: Set<string> }).live.size)
  const keys = await newKeys()
  await desk.load(keys)
  const picture = chosen(
    'a.age',
    await sealed(keys.recipient, await sample(JPG), { name: 'a.jpg' }),
  )
  await desk.add(picture)
  await desk.isDone('1 of 1 opened.')
  expect(await liveUrls()).toBe(0)
  await desk.saved(desk.card('a.jpg').getByRole('button', { name: 'Download' }))
  await desk.saved(page.getByRole('button', { name: 'Download all as an archive' }))
  await expect.poll(liveUrls).toBe(2)
  const large = await sealed(keys.recipient, new Uint8Array(4 << 20))
  await desk.add(...Array.from({ length: 3 }, (_, n) => chosen(`${n}.age`, large)))
  await page.getByRole('button', { name: 'Clear the list' }).click()
  await expect(page.locator('.file')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Choose sealed files' })).toBeFocused()
  await desk.add(picture)
  await desk.isDone('1 of 1 opened.')
  await page.getByRole('button', { name: 'Clear the list' }).click()
  await expect.poll(liveUrls).toBe(0)
})

test('files are dropped on their place; beside it they do not replace the page', async ({
  desk,
  page,
}) => {
  const keys = await newKeys()
  await desk.load(keys)
  const bytes = [...(await sealed(keys.recipient, 'hello', { name: 'dropped.txt' }))]
  const drop = (selector: string) =>
    page.locator(selector).evaluate((element, content) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([new Uint8Array(content)], 'a.age'))
      const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer })
      return !element.dispatchEvent(event)
    }, bytes)
  expect(await drop('h1')).toBe(true)
  await expect(page.locator('.file')).toHaveCount(0)
  expect(await drop('.zone >> nth=1')).toBe(true)
  await desk.isDone('1 of 1 opened.')
  await expect(desk.card('dropped.txt')).toBeVisible()
})
