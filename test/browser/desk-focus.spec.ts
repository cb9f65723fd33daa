import { expect, type Locator, type Page } from 'playwright/test'
import { contrast, middleRow, type Rgb, textColours } from '../pixels.ts'
import { chosen, newKeys, sealed, test } from './desk-site.ts'

declare global {
  interface Window {
    /** What live regions were given to say, in order. */
    spoken: string[]
  }
}

const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.spoken = []
    const note = (changes: readonly MutationRecord[]): void => {
      for (const { target, addedNodes } of changes)
        for (const node of addedNodes) {
          const element = target instanceof Element ? target : target.parentElement
          const text = node.nodeType === Node.COMMENT_NODE ? '' : node.textContent?.trim()
          if (text && element?.closest('[role=status]')) window.spoken.push(text)
        }
    }
    new MutationObserver(note).observe(document.body, { childList: true, subtree: true })
  })
const spoken = (page: Page): Promise<string[]> => page.evaluate(() => window.spoken)

const give = async (page: Page, text: string): Promise<Locator> => {
  const field = page.getByLabel('Or paste an identity')
  await field.fill(text)
  await page.getByRole('button', { name: 'Use it' }).click()
  return field
}

test('after "Forget it" the focus is where another identity is chosen', async ({ desk, page }) => {
  await desk.load(await newKeys())
  await page.getByRole('button', { name: 'Forget it' }).press('Enter')
  await expect(page.getByText('Identity and passphrase are forgotten.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Choose the identity file' })).toBeFocused()
})

test('after "Clear the list" the focus is where sealed files are chosen, and a key that is held does no more', async ({
  desk,
  page,
}) => {
  const keys = await newKeys()
  await desk.load(keys)
  await desk.add(chosen('1.age', await sealed(keys.recipient, 'x')))
  await desk.isDone('1 of 1 opened.')
  let choosers = 0
  page.on('filechooser', () => choosers++)
  await page.getByRole('button', { name: 'Clear the list' }).focus()
  for (let n = 0; n < 4; n++) await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await expect(page.getByRole('button', { name: 'Choose sealed files' })).toBeFocused()
  expect(choosers).toBe(0)
})

test('after a recipient is removed the focus is on the row that took its place, and Enter held removes no more', async ({
  desk,
  page,
}) => {
  await page.getByRole('button', { name: 'Make a key pair' }).click()
  const field = page.getByLabel('Another recipient')
  for (let n = 2; n <= 4; n++) {
    await field.fill((await newKeys()).recipient)
    await field.press('Enter')
    await expect(page.getByText(`${n} recipients.`)).toBeVisible()
  }
  const rows = page.locator('#pair .keys li')
  const remove = (index: number): Locator => rows.nth(index).getByRole('button')
  const third = await rows.nth(2).innerText()
  await remove(1).focus()
  for (let n = 0; n < 4; n++) await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await expect(rows).toHaveCount(3)
  await expect(rows.nth(1)).toBeFocused()
  expect(await rows.nth(1).innerText()).toBe(third)
  await remove(2).press('Enter')
  await expect(rows.nth(1)).toBeFocused()
  await remove(1).press('Enter')
  await expect(rows).toHaveCount(1)
  await expect(rows.nth(0)).toBeFocused()
  await desk.saved(page.getByRole('link', { name: 'Save the identity' }))
})

test('what is wrong with an identity is tied to its field, keeps what was typed, and is said again when it happens again', async ({
  desk,
  page,
}) => {
  const { identity } = await newKeys()
  const broken = `${identity.slice(0, -1)}${identity.endsWith('Q') ? 'P' : 'Q'}`
  await listen(page)
  const words = 'The identity is broken: a letter is missing or wrong. Nothing was taken.'
  const field = await give(page, broken)
  for (const times of [1, 2]) {
    await expect.poll(() => spoken(page)).toEqual(Array(times).fill(words))
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await expect(field).toHaveAccessibleDescription(words)
    await expect(field).toHaveValue(broken)
    if (times === 1) await page.getByRole('button', { name: 'Use it' }).click()
  }
  await give(page, identity)
  await expect(page.getByText('Identity loaded.')).toBeVisible()
  await expect(field).toHaveAttribute('aria-invalid', 'false')
  await expect(field).toHaveAccessibleDescription('')
  await expect(field).toHaveValue('')
  await desk.isDone('')
})

test('a field that was left empty says what is missing', async ({ desk, page }) => {
  const field = await give(page, ' ')
  await expect(field).toHaveAccessibleDescription(/Paste an identity, or type a passphrase/)
  await desk.isDone('')
})

test('a recipient that is wrong twice is said to be wrong twice', async ({ desk, page }) => {
  await page.getByRole('button', { name: 'Make a key pair' }).click()
  await desk.saved(page.getByRole('link', { name: 'Save the identity' }))
  await page.getByLabel('Another recipient').fill('age1')
  await listen(page)
  const words = expect.stringContaining('This is no recipient.')
  for (const expected of [[words], [words, words]]) {
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await expect.poll(() => spoken(page)).toEqual(expected)
  }
})

/** How much the border of a box differs from what is in it and around it. */
const edgeContrast = async (box: Locator): Promise<number> => {
  const edge = (await middleRow(box)).slice(0, 3) // the first may be half of what is beside it
  const grounds = [(await textColours(box)).ground, (await textColours(box.locator('..'))).ground]
  const against = (ground: Rgb): number => Math.max(...edge.map(one => contrast(one, ground)))
  return Math.min(...grounds.map(against))
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`where a field is can be seen, and with more contrast where a button is: ${colorScheme}`, async ({
    desk,
    page,
  }) => {
    await page.emulateMedia({ colorScheme })
    await page.getByRole('button', { name: 'Make a key pair' }).click()
    await desk.saved(page.getByRole('link', { name: 'Save the identity' }))
    for (const name of ['Or paste an identity', 'Another recipient'])
      expect(await edgeContrast(page.getByLabel(name)), name).toBeGreaterThanOrEqual(3)
    await page.emulateMedia({ contrast: 'more' })
    for (const name of ['Choose the identity file', 'Use it', 'Copy the snippet'])
      expect(await edgeContrast(page.getByRole('button', { name })), name).toBeGreaterThanOrEqual(3)
  })
