import { expect, type Page } from 'playwright/test'
import { complaintsOf } from './complaints.ts'
import { PDF, type Site, test } from './element-site.ts'

/** What scripts that are older than the element added to every object: visible in loops, some of them not even readable. */
const oldLibraries = (): void => {
  const prototype = Object.prototype as unknown as Record<string, unknown>
  for (const name of ['each', 'extend', 'clone', 'inspect', 'keys']) prototype[name] = () => {}
  prototype.prototypejs = '1.6'
  for (const name of ['should', 'size', 'isEmpty'])
    Object.defineProperty(prototype, name, {
      enumerable: true,
      configurable: true,
      get: () => {
        throw new Error('not on this object')
      },
      set(this: object, value: unknown) {
        Object.defineProperty(this, name, { value, writable: true, enumerable: true })
      },
    })
}

/** Runs in the page: the tools of the test cannot read anything from a page whose objects throw. */
const giveKey = (apiKey: string): void =>
  document.addEventListener('DOMContentLoaded', () => {
    for (const element of document.querySelectorAll('seal-drop'))
      element.authorize = () => ({ 'Api-Key': apiKey })
  })

const openPage = async (page: Page, site: Site, attributes: string): Promise<void> => {
  await page.goto(
    `http://127.0.0.1:${site.port}${site.page(`<seal-drop name="papers" ${attributes}></seal-drop>`)}`,
  )
}

test('what old libraries add to every object keeps no file from arriving', async ({
  page,
  site,
  sandbox,
  didww,
}) => {
  const complaints = complaintsOf(page)
  await page.addInitScript(oldLibraries)
  await page.addInitScript(giveKey, sandbox.apiKey)
  await openPage(page, site, didww)
  const widget = page.locator('seal-drop')
  const chooser = page.waitForEvent('filechooser')
  await widget.getByRole('button', { name: /^choose/i }).click()
  await (await chooser).setFiles(PDF)
  await expect(widget.getByText('Delivered ·')).toBeVisible()
  expect(sandbox.received()).toHaveLength(1)
  expect(complaints).toEqual([])
})

const FUNCTION = 'a function'
const GETTER = 'a getter that throws'
/** Where a getter for `once` throws, no script can listen to anything, and Lit draws nothing. */
const cases = [
  ...['once', 'then', 'toJSON', 'seal', 'body'].map(name => [name, FUNCTION] as const),
  ...['then', 'toJSON', 'seal', 'body'].map(name => [name, GETTER] as const),
]
for (const [name, kind] of cases)
  test(`"${name}" on every object, ${kind}: nothing waits for ever, and it is said what to change`, async ({
    page,
    site,
    sandbox,
    didww,
  }) => {
    const errors: string[] = []
    page.on('pageerror', error => errors.push(String(error)))
    await page.addInitScript(giveKey, sandbox.apiKey)
    await page.addInitScript(
      added => {
        // Only when the page is drawn: the tools of the test, and Lit, need working listeners of their own.
        addEventListener('load', () => {
          Object.defineProperty(Object.prototype, added.name, {
            configurable: true,
            enumerable: true,
            ...(added.isGetter
              ? {
                  get: () => {
                    throw new Error('not on this object')
                  },
                }
              : { value: () => {} }),
          })
        })
      },
      { name, isGetter: kind === GETTER },
    )
    await openPage(page, site, didww)
    const widget = page.locator('seal-drop')
    await widget.hover()
    await expect(widget.locator('#prompt')).toContainText('not set up correctly')
    expect(errors.join()).toContain(`adds "${name}" to Object.prototype`)
    expect(sandbox.received()).toHaveLength(0)
  })
