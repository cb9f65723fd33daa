import { expect, type Locator, type Page } from 'playwright/test'

/** What the page says it did not like. */
export const complaintsOf = (page: Page): readonly string[] => {
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => complaints.push(message.text()))
  return complaints
}

export const button = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true })
export const kept = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() => ({ ...localStorage }))

export const make = async (page: Page): Promise<string> => {
  await page.locator('#pair').getByRole('button', { name: 'Make a key pair' }).click()
  await page.getByRole('button', { name: 'Show it' }).click()
  const secret = await page.locator('#pair code.block').first().innerText()
  await page.getByRole('button', { name: 'Show it' }).click()
  expect(secret).toMatch(/^AGE-SECRET-KEY-1[A-Z0-9]{58}$/)
  return secret
}
/** Up to where the passkey is made. */
export const backUp = async (page: Page): Promise<void> => {
  await button(page, 'Use a passkey').click()
  await button(page, 'Print the identity').click()
  await page.getByLabel('I have printed it').check()
}
export const sealIt = async (page: Page): Promise<void> => {
  await button(page, 'Create a passkey').click()
  await expect(page.getByText('The identity is sealed with the passkey.')).toBeVisible()
}
/** The browser asks the person for a new passkey until it is told to go on. */
export const holdPrompt = async (page: Page): Promise<() => Promise<unknown>> => {
  await page.evaluate(() => {
    const { create } = CredentialsContainer.prototype
    const { promise, resolve } = Promise.withResolvers<void>()
    CredentialsContainer.prototype.create = async function (options) {
      await promise
      return Reflect.apply(create, this, [options])
    }
    Object.assign(window, { goOn: resolve })
  })
  return () => page.evaluate(() => Reflect.get(window, 'goOn')())
}
export const keepIt = async (page: Page): Promise<void> => {
  await button(page, 'Keep it in this browser').click()
  await expect(page.locator('#pair').getByText('This browser keeps an identity')).toBeVisible()
}
/** It asks first. */
export const removeIt = async (page: Page): Promise<void> => {
  await button(page, 'Remove it from this browser').click()
  await button(page, 'Remove').click()
}
