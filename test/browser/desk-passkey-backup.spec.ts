import { expect, test } from 'playwright/test'
import { generateIdentity } from '../../src/open/index.ts'
import { complaintsInAllColours } from '../axe.ts'
import { chosen, DeskPage, newKeys } from './desk-site.ts'
import { Authenticator, atADevice } from './passkey-site.ts'
import {
  backUp,
  button,
  holdPrompt,
  keepIt,
  kept,
  make,
  removeIt,
  sealIt,
} from './passkey-steps.ts'

const here = atADevice()

test('what is kept is removed by a second button alone, and not by one that is clicked twice', async ({
  page,
}) => {
  await make(page)
  await backUp(page)
  await sealIt(page)
  await keepIt(page)
  const before = await kept(page)
  const remove = button(page, 'Remove it from this browser')
  const sure = page.getByText('If this is the only one, its documents are lost.')
  await remove.dblclick()
  await remove.press('Enter')
  await expect(remove).toBeFocused()
  await expect(sure).toBeVisible()
  await expect(button(page, 'Remove')).toHaveAccessibleDescription(/its documents are lost/)
  expect(await complaintsInAllColours(page)).toEqual([])
  await button(page, 'Cancel').press('Enter')
  await expect(sure).toHaveCount(0)
  await expect(remove).toBeFocused()
  expect(await kept(page)).toEqual(before)
  await remove.press('Enter')
  // Enter that is held goes no further than the first.
  for (let n = 0; n < 3; n++) await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  expect(await kept(page)).toEqual(before)
  await page.reload()
  await removeIt(page)
  expect(await kept(page)).toEqual({})
  await expect(button(page, 'Choose the identity file')).toBeFocused()
})

test('a recipient that was the backup of a passkey cannot be removed before the identity is saved, or there is another', async ({
  page,
}) => {
  await make(page)
  const field = page.getByLabel('Another recipient')
  const rows = page.locator('#pair .keys li')
  const add = async (): Promise<void> => {
    const count = await rows.count()
    await field.fill((await newKeys()).recipient)
    await field.press('Enter')
    await expect(rows).toHaveCount(count + 1)
  }
  const remove = rows.last().getByRole('button', { name: /^Remove/ })
  await add()
  await button(page, 'Use a passkey').click()
  // A passkey that was not made leans on nobody.
  await here.device.recognises(false)
  await button(page, 'Create a passkey').click()
  await expect(page.getByText('The passkey was not used')).toBeVisible()
  await remove.click()
  await expect(rows).toHaveCount(1)
  await add()
  await here.device.unplug()
  await Authenticator.on(page)
  await sealIt(page)

  const words = 'This recipient is the backup of your passkey.'
  await expect(page.locator('#pair .warn').getByText(words)).toBeVisible()
  await remove.press('Enter')
  await expect(page.getByRole('status').getByText(words)).toBeVisible()
  await expect(rows).toHaveCount(2)
  await expect(remove).toBeFocused()
  await keepIt(page)
  await remove.click()
  await expect(rows).toHaveCount(2)
  await add()
  await expect(page.locator('#pair .warn').getByText(words)).toHaveCount(0)
  await remove.click()
  await expect(rows).toHaveCount(2)
  await remove.click()
  await expect(rows).toHaveCount(2)
  await page.getByRole('link', { name: 'Save the identity' }).click()
  await remove.click()
  await expect(rows).toHaveCount(1)
})

test('a recipient that is the backup stays while the browser asks for the passkey', async ({
  page,
}) => {
  await make(page)
  await page.getByLabel('Another recipient').fill((await newKeys()).recipient)
  await page.keyboard.press('Enter')
  const rows = page.locator('#pair .keys li')
  await expect(rows).toHaveCount(2)
  await button(page, 'Use a passkey').click()
  const goOn = await holdPrompt(page)
  await button(page, 'Create a passkey').dblclick()
  const remove = rows.last().getByRole('button', { name: /^Remove/ })
  await remove.click()
  await goOn()
  await expect(page.getByText('The identity is sealed with the passkey.')).toBeVisible()
  await expect(rows).toHaveCount(2)
})

test('more identities than one passkey takes are refused before anything is printed or made', async ({
  page,
}) => {
  const texts = await Promise.all(
    Array.from({ length: 24 }, () => generateIdentity({ postQuantum: true })),
  )
  const load = async (some: readonly string[]): Promise<void> => {
    await new DeskPage(page).choose('Choose the identity file', [
      chosen('identity.txt', some.join('\n')),
    ])
  }
  const keys = page.locator('#open .keys > li')
  await load(texts.slice(0, 21))
  await expect(keys).toHaveCount(21)
  await backUp(page)
  await sealIt(page)
  await button(page, 'Keep it in this browser').click()
  await expect(page.locator('#open .plan').getByText('This browser keeps')).toBeVisible()
  const before = await kept(page)
  await page.reload()
  await button(page, 'Use the passkey').click()
  // None is cut off.
  await expect(keys).toHaveCount(21)

  await removeIt(page)
  expect(before['sealdrop:identity']?.length).toBeLessThan(64 * 1024)
  await page.reload()
  await load(texts)
  await expect(keys).toHaveCount(24)
  // Most screen readers read out nothing of a live region that comes into the page with its words.
  const region = await page.locator('#open .plan').getByRole('status').elementHandle()
  await button(page, 'Use a passkey').click()
  await expect(page.getByText('too many identities for one passkey')).toBeVisible()
  expect(await region?.innerText()).toContain('too many identities for one passkey')
  await expect(button(page, 'Print the identity')).toHaveCount(0)
  expect(await here.device.passkeys()).toHaveLength(1)
})

test('an identity that only this browser kept, and keeps no longer, is not closed with the page unasked', async ({
  page,
}) => {
  const asks = (): Promise<boolean> =>
    page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })))
  await make(page)
  await backUp(page)
  await sealIt(page)
  expect(await asks()).toBe(true)
  await keepIt(page)
  expect(await asks()).toBe(false)
  await removeIt(page)
  expect(await asks()).toBe(true)
  await page.getByRole('link', { name: 'Save the identity' }).click()
  expect(await asks()).toBe(false)
})
