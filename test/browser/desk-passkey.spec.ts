import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type BrowserContext,
  chromium,
  type Download,
  expect,
  type Page,
  test,
} from 'playwright/test'
import { fromBech32 } from '../../src/core/bech32.ts'
import { en } from '../../src/desk/strings/en.ts'
import { complaintsInAllColours } from '../axe.ts'
import { launchOptions } from '../browser-path.ts'
import { readProfile, searchProfile } from '../kills/profile.ts'
import { codeOn } from '../qr.ts'
import { chosen, DeskPage, deskUrl, newKeys, sealed } from './desk-site.ts'
import { Authenticator, type DeskServer, serveDesk } from './passkey-site.ts'
import {
  backUp,
  button,
  complaintsOf,
  keepIt,
  kept,
  make,
  removeIt,
  sealIt,
} from './passkey-steps.ts'

let server: DeskServer
test.beforeAll(async () => {
  server = await serveDesk()
})
test.afterAll(() => server.close())

const textOf = async (download: Download): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
/** The whole file behind the armor; its header can be read. */
const headerOf = (armored: string): string =>
  Buffer.from(armored.replaceAll(/-----.*-----|\n/g, ''), 'base64').toString('latin1')
const recipientOn = (page: Page): Promise<string> =>
  page.locator('#pair .keys code.muted').first().innerText()

test.describe('with a fingerprint sensor', () => {
  let complaints: readonly string[]
  let device: Authenticator
  test.beforeEach(async ({ page }) => {
    complaints = complaintsOf(page)
    await page.goto(server.url)
    device = await Authenticator.on(page)
  })
  test.afterEach(() => expect(complaints).toEqual([]))

  test('an identity is sealed, kept where a person asks for it, and opens documents after a reload by one touch', async ({
    page,
  }) => {
    const desk = new DeskPage(page)
    await make(page)
    const recipient = await recipientOn(page)
    await backUp(page)
    expect(await device.passkeys()).toEqual([])
    await sealIt(page)
    expect(await kept(page)).toEqual({})
    await keepIt(page)
    expect(Object.keys(await kept(page))).toEqual(['sealdrop:identity'])
    const [passkey] = await device.passkeys()
    expect(passkey).toMatchObject({ rpId: 'localhost', isResidentCredential: true })
    // It is safe now: nothing asks before the page is closed.
    page.on('dialog', dialog => expect(dialog.type()).toBe(''))

    await page.reload()
    await desk.add(chosen('1.age', await sealed(recipient, 'x', { name: 'letter.txt' })))
    await desk.isDone('1 waiting for an identity.')
    const touches = (await device.passkeys())[0]?.signCount ?? 0
    await button(page, 'Use the passkey').click()
    await desk.isDone('1 of 1 opened.')
    await desk.add(chosen('2.age', await sealed(recipient, 'y', { name: 'note.txt' })))
    await desk.isDone('2 of 2 opened.')
    const saved = await desk.saved(page.getByRole('button', { name: 'Download letter.txt' }))
    expect(saved.bytes.toString()).toBe('x')
    expect((await device.passkeys())[0]?.signCount).toBe(touches + 1)

    await button(page, 'Forget it').click()
    await button(page, 'Use the passkey').click()
    await expect(page.getByText('Identity loaded.')).toBeVisible()

    await removeIt(page)
    await expect(page.getByText('was removed from this browser')).toBeVisible()
    expect(await kept(page)).toEqual({})
    await page.reload()
    await expect(button(page, 'Use the passkey')).toHaveCount(0)
  })

  test('without a backup there is no passkey: it is printed, or there is a second recipient', async ({
    page,
  }) => {
    await make(page)
    await button(page, 'Use a passkey').click()
    await expect(page.getByText('So print the identity first.')).toBeVisible()
    await expect(button(page, 'Create a passkey')).toHaveCount(0)
    await button(page, 'Print the identity').click()
    await button(page, 'Create a passkey').click()
    // The browser itself says what is missing.
    await expect(page.getByLabel('I have printed it')).toBeFocused()
    // Whoever takes that away still gets none.
    await page.evaluate(() => document.querySelector('#pair-printed')?.removeAttribute('required'))
    await button(page, 'Create a passkey').click()
    expect(await device.passkeys()).toEqual([])

    await page.getByLabel('Another recipient').fill((await newKeys()).recipient)
    await page.keyboard.press('Enter')
    await expect(page.getByText('So print the identity first.')).toHaveCount(0)
    await sealIt(page)
    expect(await device.passkeys()).toHaveLength(1)
  })

  test('an identity that was loaded can be sealed, too, and what is saved opens elsewhere', async ({
    page,
    browser,
  }) => {
    const keys = await newKeys()
    const desk = new DeskPage(page)
    await desk.load(keys)
    await backUp(page)
    await sealIt(page)
    const download = page.waitForEvent('download')
    await button(page, 'Save the sealed identity').click()
    const file = await textOf(await download)
    expect((await download).suggestedFilename()).toBe('identity.age')
    expect(file.toString()).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n/)
    expect(file.toString()).not.toContain(keys.identity)
    expect(await kept(page)).toEqual({})

    await page.reload()
    await desk.choose('Choose the identity file', [chosen('identity.age', file)])
    await expect(page.getByText('This identity is sealed with a passkey.')).toBeVisible()
    await button(page, 'Use the passkey').click()
    await expect(page.getByText('Identity loaded.')).toBeVisible()
    await expect(page.locator('#open .keys')).toContainText(keys.recipient)

    // From the disk there are no passkeys, and it says so.
    const other = await browser.newPage()
    await other.goto(deskUrl)
    await new DeskPage(other).choose('Choose the identity file', [chosen('identity.age', file)])
    await expect(other.getByText('this page is a file on the disk')).toBeVisible()
    await expect(button(other, 'Use the passkey')).toHaveCount(0)
    await other.close()
  })

  test('a second identity does not take the place of the one that is kept', async ({ page }) => {
    await make(page)
    await backUp(page)
    await sealIt(page)
    await keepIt(page)
    const before = await kept(page)
    await page.getByRole('button', { name: 'Make another key pair' }).click()
    await backUp(page)
    await sealIt(page)
    await button(page, 'Keep it in this browser').click()
    await expect(page.getByText('keeps another identity already')).toBeVisible()
    expect(await kept(page)).toEqual(before)
  })

  test('what another tab kept meanwhile is neither removed nor shown as the one before', async ({
    page,
  }) => {
    await make(page)
    await backUp(page)
    await sealIt(page)
    await keepIt(page)
    const remove = button(page, 'Remove it from this browser')
    const keepOther = (text: string): Promise<void> =>
      page.evaluate(value => localStorage.setItem('sealdrop:identity', value), text)
    await keepOther('of another tab')
    await remove.press('Enter')
    await button(page, 'Remove').press('Enter')
    await expect(page.getByText('keeps another identity already')).toBeVisible()
    expect(await kept(page)).toEqual({ 'sealdrop:identity': 'of another tab' })
    await expect(remove).toBeFocused()
    await button(page, 'Use the passkey').click()
    await expect(page.getByText('The sealed identity is damaged.')).toBeVisible()
    await removeIt(page)
    await expect(page.getByText('was removed from this browser')).toBeVisible()
    expect(await kept(page)).toEqual({})
  })

  for (const [how, act, words] of [
    ['was removed', () => device.removeAll(), 'The passkey was not used'],
    ['does not know the finger', () => device.recognises(false), 'The passkey was not used'],
  ] as const)
    test(`a passkey that ${how} opens nothing, says so, and loses nothing`, async ({ page }) => {
      const desk = new DeskPage(page)
      const secret = await make(page)
      const recipient = await recipientOn(page)
      await backUp(page)
      await sealIt(page)
      await keepIt(page)
      const before = await kept(page)
      await page.reload()
      await act()
      await desk.add(chosen('1.age', await sealed(recipient, 'x')))
      await button(page, 'Use the passkey').click()
      await expect(page.getByText(words)).toBeVisible()
      await desk.isDone('1 waiting for an identity.')
      expect(await kept(page)).toEqual(before)
      await expect(button(page, 'Use the passkey')).toHaveAttribute('aria-disabled', 'false')
      // The sheet still opens it, typed as it stands there.
      await page.getByLabel('Or paste an identity').fill(secret.replaceAll(/.{4}/g, '$& '))
      await button(page, 'Use it').click()
      await desk.isDone('1 of 1 opened.')
    })

  test('the wrong passkey opens nothing, says so, and loses nothing', async ({ page }) => {
    const files: string[] = []
    for (const name of ['Make a key pair', 'Make another key pair']) {
      await page.locator('#pair').getByRole('button', { name }).click()
      await backUp(page)
      await sealIt(page)
      const download = page.waitForEvent('download')
      await button(page, 'Save the sealed identity').click()
      files.push((await textOf(await download)).toString())
    }
    expect(await device.passkeys()).toHaveLength(2)
    // As if a person had chosen the other one from the list that the browser shows.
    const [ours, others] = files.map(headerOf)
    const hint = /-> sealdrop\.dev\/passkey AGE-PLUGIN-FIDO2PRF-1\w+/
    const swapped = ours?.replace(hint, hint.exec(others ?? '')?.[0] ?? '') ?? ''
    expect(swapped).not.toBe(ours)
    const file = Buffer.from(swapped, 'latin1')
    await new DeskPage(page).choose('Choose the identity file', [chosen('identity.age', file)])
    await button(page, 'Use the passkey').click()
    await expect(page.getByText('This passkey does not open it.')).toBeVisible()
    await expect(button(page, 'Use the passkey')).toBeVisible()
    await expect(page.locator('#open .keys')).toHaveCount(0)
  })

  test('a prompt that is cancelled while it is made leaves nothing, and a second try makes it', async ({
    page,
  }) => {
    await make(page)
    await backUp(page)
    await device.recognises(false)
    await button(page, 'Create a passkey').click()
    await expect(page.getByText('The passkey was not used')).toBeVisible()
    expect(await device.passkeys()).toEqual([])
    await device.unplug() // after a wrong finger Chromium's takes no other
    device = await Authenticator.on(page)
    await sealIt(page)
    expect(await device.passkeys()).toHaveLength(1)
  })

  for (const [what, change] of [
    ['is cut', (text: string) => text.slice(0, 200)],
    [
      'has another letter',
      (text: string) => text.replace(/.(?=.{9}\n-----END)/, l => (l === 'A' ? 'B' : 'A')),
    ],
    ['is something else', () => 'AGE-SECRET-KEY-1'],
    ['is empty', () => ''],
  ] as const)
    test(`what is kept and ${what} is said to be damaged, and can be removed`, async ({ page }) => {
      await make(page)
      await backUp(page)
      await sealIt(page)
      await keepIt(page)
      const { 'sealdrop:identity': text = '' } = await kept(page)
      await page.evaluate(value => localStorage.setItem('sealdrop:identity', value), change(text))
      await page.reload()
      await button(page, 'Use the passkey').click()
      await expect(page.getByText('The sealed identity is damaged.')).toBeVisible()
      await removeIt(page)
      expect(await kept(page)).toEqual({})
    })

  test('one that was made at another address is said to be of that one', async ({ page }) => {
    await make(page)
    await backUp(page)
    await sealIt(page)
    const download = page.waitForEvent('download')
    await button(page, 'Save the sealed identity').click()
    const file = await textOf(await download)
    const { port } = new URL(server.url)
    await page.goto(`http://desk.localhost:${port}/`)
    await new DeskPage(page).choose('Choose the identity file', [chosen('identity.age', file)])
    await button(page, 'Use the passkey').click()
    await expect(
      page.getByText('The passkey is of another address: localhost. Open the desk there.'),
    ).toBeVisible()
  })
})

test('a passkey that answers only when it is used is asked a second time', async ({ page }) => {
  await page.goto(server.url)
  // As security keys do.
  await page.evaluate(() => {
    const { getClientExtensionResults } = PublicKeyCredential.prototype
    PublicKeyCredential.prototype.getClientExtensionResults = function results() {
      const all = getClientExtensionResults.call(this)
      return this.response instanceof AuthenticatorAttestationResponse
        ? { prf: { enabled: true } }
        : all
    }
  })
  const device = await Authenticator.on(page)
  await make(page)
  await backUp(page)
  await sealIt(page)
  await keepIt(page)
  const [passkey] = await device.passkeys()
  expect(passkey?.signCount).toBe(2)
  await page.reload()
  await button(page, 'Use the passkey').click()
  await expect(page.getByText('Identity loaded.')).toBeVisible()
})

test('a device that cannot seal says so, and keeps no passkey of no use', async ({ page }) => {
  await page.goto(server.url)
  const device = await Authenticator.on(page, { hasPrf: false })
  await make(page)
  await backUp(page)
  await button(page, 'Create a passkey').click()
  await expect(page.getByText('This passkey cannot seal an identity.')).toBeVisible()
  await expect.poll(() => device.passkeys()).toEqual([])
})

test('at an IP address and as a file there are no passkeys, and the page says why', async ({
  page,
}) => {
  for (const [url, words] of [
    [server.byAddress, 'a name, or localhost, not an IP address'],
    [deskUrl, 'The identity stays a file.'],
  ] as const) {
    await page.goto(url)
    await make(page)
    await expect(page.locator('#pair').getByText(words)).toBeVisible()
    await expect(button(page, 'Use a passkey')).toHaveCount(0)
    await page.getByRole('link', { name: 'Save the identity' }).click()
  }
})

/** What is on the paper: opened and read as a person with a camera does. */
test('the sheet has the identity as a code and as text, in black on white, and the page has it no longer', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(server.url)
  const secret = await make(page)
  await page.evaluate(() => {
    Object.assign(window, { print: () => {} })
  })
  await button(page, 'Use a passkey').click()
  await button(page, 'Print the identity').click()
  await expect(page.locator('#paper')).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('#paper')).toBeVisible()
  await expect(page.locator('main')).toBeHidden()
  expect(await page.locator('#paper .typed').textContent()).toContain(secret)
  await page.setViewportSize({ width: 700, height: 900 })
  expect(await codeOn(page.locator('#paper svg'))).toBe(secret)
  const shown = await page.pdf({ format: 'A4' }).catch(() => undefined)
  if (shown) expect(shown.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await page.keyboard.press('Tab')
  expect(await page.content()).not.toContain(secret)
})

test('axe finds nothing, everything fits, and the keyboard is enough', async ({ page }) => {
  await page.setViewportSize({ width: 260, height: 800 })
  await page.goto(server.url)
  await Authenticator.on(page)
  await make(page)
  const fits = async () =>
    expect(
      await page.evaluate(() => [
        document.documentElement.scrollWidth - innerWidth,
        ...[...document.querySelectorAll('button, a, input, select')]
          .map(element => [element, element.getBoundingClientRect()] as const)
          .filter(([, { width, height }]) => width > 0 && (width < 44 || height < 44))
          .map(([{ outerHTML }]) => outerHTML),
      ]),
    ).toEqual([0])
  const press = async (name: string) => {
    const target = button(page, name)
    for (let n = 0; n < 40; n++) {
      if (await target.evaluate(element => element === document.activeElement)) break
      await page.keyboard.press('Tab')
    }
    await expect(target).toBeFocused()
    await page.keyboard.press('Enter')
  }
  const look = async () => {
    await fits()
    expect(await complaintsInAllColours(page)).toEqual([])
  }
  await press('Use a passkey')
  await fits()
  await press('Print the identity')
  await look()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await press('Create a passkey')
  await expect(button(page, 'Save the sealed identity')).toBeFocused()
  await fits()
  await press('Keep it in this browser')
  await look()
  await page.reload()
  await press('Use the passkey')
  await expect(page.getByText('Identity loaded.')).toBeVisible()
  await expect(button(page, 'Choose sealed files')).toBeFocused()
  await fits()
})

test('in the languages with the longest words it fits on the narrowest phone, and none of it is English', async ({
  page,
}) => {
  test.slow()
  await page.setViewportSize({ width: 260, height: 800 })
  const english = Object.values(en.passkey).filter(text => typeof text === 'string')
  await page.goto(server.url)
  await page.evaluate(() => localStorage.setItem('sealdrop:identity', 'kept'))
  for (const lang of ['ar', 'bg', 'de', 'el', 'fi', 'ga', 'hu', 'mt']) {
    await page.goto(`${server.url}?lang=${lang}`)
    await page.locator('#kept-remove').click()
    await expect(page.locator('#kept-sure')).toBeVisible()
    await page.locator('#pair button').click()
    await page.locator('#pair-passkey').click()
    await page.locator('#pair .plan button').click()
    await expect(page.locator('#pair .plan input')).toBeVisible()
    const [wide, tight, text] = await page.evaluate(() => [
      document.documentElement.scrollWidth - innerWidth,
      [...document.querySelectorAll('button, .button')]
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
        .map(({ outerHTML }) => outerHTML),
      document.body.innerText,
    ])
    expect([wide, tight], lang).toEqual([0, []])
    expect(
      english.filter(words => text.includes(words)),
      lang,
    ).toEqual([])
    await page.locator('#pair a.button').click()
  }
})

test.describe('on the disk', () => {
  let folder: string
  let context: BrowserContext
  test.beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sealdrop-passkey-'))
  })
  test.afterEach(async () => {
    await context?.close().catch(() => {}) // it may be closed
    await rm(folder, { recursive: true, force: true, maxRetries: 10 })
  })

  test('the identity is nowhere in clear: not in the profile or the temporary folder, while it is used and after', async () => {
    test.slow()
    const start = async (): Promise<Page> => {
      context = await chromium.launchPersistentContext(join(folder, 'profile'), {
        ...(await launchOptions()),
        env: { ...process.env, TMPDIR: folder } as Record<string, string>,
      })
      return context.pages()[0] ?? (await context.newPage())
    }
    const found = async (secret: string) => {
      const bytes = fromBech32(secret.toLowerCase())?.bytes ?? new Uint8Array(0)
      expect(bytes).toHaveLength(32)
      return searchProfile(await readProfile(folder), {
        'the text': secret,
        'in small letters': secret.toLowerCase(),
        'half of it': secret.slice(20, 50),
        'the key': Buffer.from(bytes),
      })
    }
    let page = await start()
    await page.goto(server.url)
    await Authenticator.on(page)
    const secret = await make(page)
    const recipient = await recipientOn(page)
    await backUp(page)
    await sealIt(page)
    await keepIt(page)
    await page.reload()
    const desk = new DeskPage(page)
    await button(page, 'Use the passkey').click()
    await desk.add(chosen('1.age', await sealed(recipient, 'x')))
    await desk.isDone('1 of 1 opened.')
    expect(await found(secret)).toEqual([])
    await context.close()
    const files = await readProfile(folder)
    expect(searchProfile(files, { 'the text': secret })).toEqual([])
    expect(await found(secret)).toEqual([])
    // That it looks where things are kept: what is sealed is there.
    expect(searchProfile(files, { sealed: 'BEGIN AGE ENCRYPTED FILE' })).not.toEqual([])

    page = await start()
    await page.goto(server.url)
    await expect(button(page, 'Use the passkey')).toBeVisible()
    await removeIt(page)
    expect(await kept(page)).toEqual({})
  })
})
