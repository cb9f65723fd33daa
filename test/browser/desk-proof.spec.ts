import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { Encrypter } from 'age-encryption'
import { expect, type Page } from 'playwright/test'
import { recipientFingerprint } from '../../src/open/index.ts'
import { complaintsInAllColours } from '../axe.ts'
import { oracle } from '../oracle.ts'
import { chosen, type DeskPage, forged, newKeys, sample, sealed, test } from './desk-site.ts'

const pdftotext = oracle('pdftotext')

/** What a printer gets: the text of each page, in the order in which it is read. The page hears that it was printed. */
const printed = async (page: Page, format: 'A4' | 'Letter' = 'A4'): Promise<readonly string[]> => {
  const pdf = await page.pdf({ format })
  const text = execFileSync(pdftotext, ['-layout', '-', '-'], { input: pdf }).toString()
  return text.split('\f').filter(one => one.trim() !== '')
}
/** As a dialog that stays open, and is counted. */
const holdPrint = (page: Page): Promise<void> =>
  page.evaluate(() => {
    Object.assign(window, { dialogs: 0 })
    window.print = () => Object.assign(window, { dialogs: Reflect.get(window, 'dialogs') + 1 })
  })
const closePrint = (page: Page): Promise<unknown> =>
  page.evaluate(() => dispatchEvent(new Event('afterprint')))
const dialogs = (page: Page): Promise<unknown> =>
  page.evaluate(() => Reflect.get(window, 'dialogs'))
const proof = (page: Page, name: string) =>
  page.getByRole('button', { name: `Print the proof ${name}`, exact: true })
/** Without line ends, and without the breaks in what is wider than its column. */
const joined = (text = ''): string => text.replaceAll(/\s+/g, '')

const sha256 = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

const threeOpened = async (desk: DeskPage) => {
  const keys = await newKeys()
  const photo = await sample('jpg/DSCN0010.jpg')
  const facts = {
    name: 'photo.jpg',
    type: 'image/jpeg',
    remarks: ['location-removed'] as const,
  }
  await desk.load(keys)
  await desk.add(
    chosen('1.age', await sealed(keys.recipient, photo, facts)),
    chosen('2.age', await sealed(keys.recipient, 'second', { name: 'second.txt' })),
    chosen('3.age', await forged(keys.recipient, 'third', [])),
  )
  await desk.isDone('3 of 3 opened.')
  return { keys, photo }
}

test('the proof of one document is one page with all that is known of it, and nothing of the others or of the identity', async ({
  desk,
  page,
}) => {
  const { keys, photo } = await threeOpened(desk)
  await holdPrint(page)
  for (const format of ['A4', 'Letter'] as const) {
    await proof(page, 'photo.jpg').click()
    const pages = await printed(page, format)
    expect(pages).toHaveLength(1)
    const [text = ''] = pages
    for (const words of [
      'Proof of opening',
      'photo.jpg',
      'Unchanged since it was sealed.',
      'That does not say who sealed it',
      'This photo says where it was taken.',
      'The photo was sent without its location',
      'Compared with what was sealed with it: the same.',
      sha256(photo),
      `${photo.length.toLocaleString('en-GB')} bytes`,
      'JPG',
      '1.age',
      await recipientFingerprint(keys.recipient),
    ])
      expect(joined(text), words).toContain(joined(words))
    expect(text).toMatch(/Opened +\w+ \d+, \d{4}, \d+:\d\d [AP]M UTC/)
    expect(text).toMatch(/Sealed +\w+ \d+, \d{4}, \d+:\d\d [AP]M UTC/)
    expect(text).not.toMatch(/second|third|AGE-SECRET-KEY|Choose|Download|Make a key pair/)
    expect(joined(text)).not.toContain(joined(keys.identity))
  }
  // What the browser's own command prints then is the page.
  const [own] = await printed(page)
  expect(own).toContain('Open documents')
  expect(own).not.toContain('Proof of opening')
})

test('a document without a record says so in its proof, a damaged one that it is damaged, and a passphrase that it was one', async ({
  desk,
  page,
}) => {
  const keys = await newKeys()
  const png = await sample('png/badcrc.png')
  const byPassphrase = new Encrypter()
  byPassphrase.setScryptWorkFactor(2)
  byPassphrase.setPassphrase('correct horse')
  await desk.load(keys)
  await page.getByLabel('Or paste an identity').fill('correct horse')
  await page.getByRole('button', { name: 'Use it' }).click()
  await desk.add(
    chosen('1.age', await sealed(keys.recipient, png, { name: 'a.png', type: 'image/png' })),
    chosen('2.age', await byPassphrase.encrypt('Dear Sir')),
  )
  await desk.isDone('2 of 2 opened.')
  await holdPrint(page)
  await proof(page, 'a.png').click()
  const [damaged] = await printed(page)
  expect(damaged).toContain('The document itself looks damaged:')
  expect(damaged).toMatch(/Checked +Its size\..*Damaged: /s)
  await proof(page, 'document').click()
  const [bare = ''] = await printed(page)
  expect(bare).toContain('It carries no record')
  expect(bare).toMatch(/Opened with\s+A passphrase/)
  expect(joined(bare)).toContain(sha256('Dear Sir'))
  expect(bare).not.toContain('Compared with')
  expect(bare).not.toContain('correct horse')
})

test('of several identities the one is named that opened it, and is still when all are forgotten', async ({
  desk,
  page,
}) => {
  const all = [await newKeys(), await newKeys(), await newKeys()] as const
  for (const keys of all) {
    await page.getByLabel('Or paste an identity').fill(keys.identity)
    await page.getByRole('button', { name: 'Use it' }).click()
    await expect(page.locator('#open .keys')).toContainText(keys.recipient)
  }
  await desk.add(chosen('1.age', await sealed(all[1].recipient, 'x', { name: 'a.txt' })))
  await desk.isDone('1 of 1 opened.')
  await page.getByRole('button', { name: 'Forget it' }).click()
  await holdPrint(page)
  await proof(page, 'a.txt').click()
  const [text = ''] = await printed(page)
  const [first, second, third] = await Promise.all(
    all.map(({ recipient }) => recipientFingerprint(recipient)),
  )
  expect(text).toContain(second)
  for (const other of [first, third]) expect(text).not.toContain(other)
})

test('hostile names are whole, spelled out and harmless on paper', async ({ desk, page }) => {
  const keys = await newKeys()
  const record = (name: string): string =>
    JSON.stringify({
      ...{ v: 1, name, type: `<b>${'t'.repeat(90)}`, size: 1, sha256: sha256('x') },
      ...{ checks: ['<i>'], remarks: ['\u202eon'], sealedAt: 'never\u202e', by: '<script>' },
    })
  const names = [
    ['a\u202efdp.exe', 'a⟨U+202E⟩fdp.exe'],
    [`${'a'.repeat(190)}.pdf.exe`, `${'a'.repeat(190)}.pdf.exe`],
    ['<img src=x onerror="window.pwned=1">', '<img src=x onerror="window.pwned=1">'],
  ] as const
  await desk.load(keys)
  for (const [index, [name]] of names.entries())
    await desk.add(
      chosen(`${index}${name.slice(1)}.age`, await forged(keys.recipient, 'x', [record(name)])),
    )
  await desk.isDone('3 of 3 opened.')
  await holdPrint(page)
  for (const [index, [, shown]] of names.entries()) {
    await page.locator('.file .print').nth(index).click()
    expect(await page.locator('#paper').textContent()).toContain(shown)
    expect(await page.locator('#paper').innerHTML()).not.toMatch(/[\u202a-\u202e\u2067\u200e]/)
    await expect(page.locator('#paper :is(img, script, b, i)')).toHaveCount(0)
    // Nothing is drawn beyond the paper, A4 with the margins of a browser.
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 718, height: 900 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
    expect(await printed(page)).toHaveLength(1)
    await page.emulateMedia({ media: 'screen' })
  }
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false)
})

test('a double click opens one dialog, what is printed stays until the person goes on, and so does the focus', async ({
  desk,
  page,
}) => {
  await threeOpened(desk)
  await holdPrint(page)
  const [first, second] = [proof(page, 'photo.jpg'), proof(page, 'second.txt')]
  await first.dblclick()
  expect(await dialogs(page)).toBe(1)
  await expect(first).toBeFocused()
  // Said too early, as by Safari: nothing is gone before the person goes on.
  await closePrint(page)
  await expect(page.locator('#paper h3')).toHaveText(['photo.jpg'])
  await second.press('Enter')
  expect(await dialogs(page)).toBe(2)
  await expect(page.locator('#paper h3')).toHaveText(['second.txt'])
  await expect(second).toBeFocused()
  // A second click that comes when the first dialog is gone, which held the page.
  await closePrint(page)
  await page.evaluate(() => {
    window.print = () => {
      Object.assign(window, { dialogs: Reflect.get(window, 'dialogs') + 1 })
      dispatchEvent(new Event('afterprint'))
    }
  })
  await first.dblclick()
  expect(await dialogs(page)).toBe(3)
  for (const goOn of [
    () => page.mouse.click(1, 1),
    () => page.keyboard.press('Shift'),
    () => page.evaluate(() => dispatchEvent(new Event('beforeprint'))),
  ]) {
    await first.dispatchEvent('click')
    await expect(page.locator('#paper h3')).toHaveText(['photo.jpg'])
    await goOn()
    await expect(page.locator('#paper > *')).toHaveCount(0)
  }
})

test('where a page may not print, the next proof is printed all the same, and nothing is left for later', async ({
  desk,
  page,
}) => {
  await threeOpened(desk)
  await page.evaluate(() => {
    window.print = () => {
      throw new DOMException('Not here.', 'SecurityError')
    }
  })
  await proof(page, 'photo.jpg').click()
  await expect(page.locator('#paper > *')).toHaveCount(0)
  // In a frame that may open no dialog, nothing happens and nothing is said.
  await holdPrint(page)
  await proof(page, 'photo.jpg').click()
  await proof(page, 'second.txt').click()
  expect(await dialogs(page)).toBe(2)
  await expect(page.locator('#paper h3')).toHaveText(['second.txt'])
  await page.keyboard.press('Control')
  await expect(page.locator('#paper > *')).toHaveCount(0)
})

test('a list that is cleared while the dialog is open leaves nothing to be printed', async ({
  desk,
  page,
}) => {
  await threeOpened(desk)
  await holdPrint(page)
  await proof(page, 'photo.jpg').click()
  await page.getByRole('button', { name: 'Clear the list' }).click()
  await expect(page.locator('#paper > *')).toHaveCount(0)
  expect(await page.content()).not.toContain('photo.jpg')
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`on paper it is dark on white, and axe finds nothing: ${colorScheme}`, async ({
    desk,
    page,
  }) => {
    await page.emulateMedia({ colorScheme })
    await threeOpened(desk)
    await holdPrint(page)
    await proof(page, 'photo.jpg').click()
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('main')).toBeHidden()
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
    const colours = await page
      .locator('#paper *')
      .evaluateAll(all => [...new Set(all.map(one => getComputedStyle(one).color))])
    const light = colours.filter(colour =>
      (colour.match(/\d+/g) ?? []).some(one => Number(one) > 150),
    )
    expect(light).toEqual([])
    // A sheet has no landmarks.
    const complaints = await complaintsInAllColours(page)
    expect(complaints.filter(one => !/landmark|heading-one|region/.test(one))).toEqual([])
  })
