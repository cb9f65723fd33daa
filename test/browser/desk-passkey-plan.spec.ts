import { expect, test } from 'playwright/test'
import { chosen, DeskPage, newKeys } from './desk-site.ts'
import { atADevice } from './passkey-site.ts'
import { backUp, button, holdPrompt, keepIt, kept, make, sealIt } from './passkey-steps.ts'

const here = atADevice()

test('a recipient can be removed when what leaned on it was closed before it was in a file or this browser', async ({
  page,
}) => {
  await make(page)
  await page.getByLabel('Another recipient').fill((await newKeys()).recipient)
  await page.keyboard.press('Enter')
  const rows = page.locator('#pair .keys li')
  await expect(rows).toHaveCount(2)
  const plan = button(page, 'Use a passkey')
  await plan.click()
  await sealIt(page)
  await keepIt(page)
  await plan.click()
  const remove = rows.last().getByRole('button', { name: /^Remove/ })
  const words = page.locator('#pair .warn').getByText('the backup of your passkey')
  // What is kept leans on it, whatever is closed.
  await expect(words).toBeVisible()
  await remove.click()
  await expect(rows).toHaveCount(2)

  await button(page, 'Make another key pair').click()
  await expect(words).toHaveCount(0)
  await plan.click()
  await sealIt(page)
  await expect(words).toBeVisible()
  await plan.click()
  await expect(words).toHaveCount(0)
  await remove.click()
  await expect(rows).toHaveCount(1)
})

test('an identity that is loaded while the browser asks takes neither the plan away nor what was sealed', async ({
  page,
}) => {
  const [first, second] = [await newKeys(), await newKeys()]
  const [desk, plan] = [new DeskPage(page), page.locator('#open .plan')]
  const add = async ({ identity }: typeof second, count: number): Promise<void> => {
    await desk.choose('Choose the identity file', [chosen('identity.txt', identity)])
    await expect(page.locator('#open .keys > li')).toHaveCount(count)
  }
  await desk.load(first)
  await backUp(page)
  const goOn = await holdPrompt(page)
  await button(page, 'Create a passkey').click()
  await add(second, 2)
  await expect(button(page, 'Use a passkey').first()).toHaveAttribute('aria-expanded', 'true')
  await expect(button(page, 'Create a passkey')).toBeVisible()
  await goOn()
  await expect(plan.getByRole('status')).toContainText('The identity is sealed with')
  await button(page, 'Keep it in this browser').click()
  await expect(plan.getByText('This browser keeps')).toBeVisible()
  await page.reload()
  await button(page, 'Use the passkey').click()
  await expect(page.locator('#open .keys > li')).toHaveCount(1)
})

test('a prompt that is cancelled after another identity was loaded says so, and the next plan is for both', async ({
  page,
}) => {
  const desk = new DeskPage(page)
  await desk.load(await newKeys())
  await backUp(page)
  const goOn = await holdPrompt(page)
  await here.device.recognises(false)
  await button(page, 'Create a passkey').click()
  const more = chosen('identity.txt', (await newKeys()).identity)
  await desk.choose('Choose the identity file', [more])
  await expect(page.locator('#open .keys > li')).toHaveCount(2)
  await goOn()
  await expect(page.locator('#open .plan .bad')).toContainText('The passkey was not used')
  await button(page, 'Use a passkey').click()
  await expect(page.locator('#open .plan').getByRole('status')).toHaveText('')
  await button(page, 'Print the identity').click()
  await expect(page.locator('#paper section')).toHaveCount(2)
})

test('what is planned on one side of the page is not ended, or called bad, by the other', async ({
  page,
}) => {
  await new DeskPage(page).load(await newKeys())
  await make(page)
  await page.locator('#pair-passkey').click()
  await button(page, 'Print the identity').click()
  await page.getByLabel('I have printed it').check()
  // As long as the browser asks, the plan stays: what is made then would be lost.
  const goOn = await holdPrompt(page)
  await button(page, 'Create a passkey').click()
  await page.locator('#pair-passkey').press('Enter')
  await page.locator('#open-passkey').click()
  await expect(page.locator('#open .plan')).toBeVisible()
  await goOn()
  await expect(page.getByText('The identity is sealed with the passkey.')).toBeVisible()
  await page.locator('#open .plan').getByRole('button', { name: 'Print the identity' }).click()
  await page.locator('#open .plan').getByLabel('I have printed it').check()
  await here.device.recognises(false)
  await button(page, 'Create a passkey').click()
  await expect(page.locator('#open .plan .bad')).toContainText('The passkey was not used')
  await expect(page.locator('#pair .plan .good')).toContainText('sealed with the passkey')
  await button(page, 'Forget it').click()
  await expect(page.locator('#open .plan')).toHaveCount(0)
  await keepIt(page)
  expect(Object.keys(await kept(page))).toEqual(['sealdrop:identity'])
})
