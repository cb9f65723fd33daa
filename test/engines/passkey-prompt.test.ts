import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newKeys, sealed } from '../browser/desk-site.ts'
import { type DeskServer, serveDesk } from '../browser/passkey-site.ts'
import { firefoxPath } from '../engine-paths.ts'
import type { Engine } from './driver/engine.ts'
import { launchFirefox } from './driver/firefox.ts'
import { visitorOn } from './visitor.ts'

/** Runs in the page. */
const giveRecipient = (recipient: string): void => {
  const field = document.querySelector<HTMLInputElement>('#recipient')
  if (field) field.value = recipient
  field?.form?.requestSubmit()
}

/** Chromium has an authenticator for tests, and a spec of its own: `desk-passkey`. */
describe.skipIf(firefoxPath() === undefined)('Firefox, which no device for passkeys is at', () => {
  let server: DeskServer
  let folder: string
  let engine: Engine | undefined
  beforeEach(async () => {
    server = await serveDesk()
    folder = await mkdtemp(join(tmpdir(), 'sealdrop-'))
  })
  afterEach(async () => {
    await engine?.close()
    await server.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 10 })
  })

  test('while it asks for a passkey, the desk opens documents with a file all the same', async () => {
    const keys = await newKeys()
    const [key, document] = [join(folder, 'identity.txt'), join(folder, '1.age')]
    await writeFile(key, keys.identity)
    await writeFile(document, await sealed(keys.recipient, 'x'))
    engine = await launchFirefox({ folder })
    if (!engine) throw new Error('Firefox did not start.')
    const visitor = visitorOn(await engine.open())
    await visitor.goes(server.url)
    await visitor.clicks('Make a key pair')
    await visitor.sees('A key pair was made.')
    await visitor.tab.evaluate(giveRecipient, keys.recipient)
    await visitor.sees('2 recipients.')
    await visitor.clicks('Use a passkey')
    await visitor.clicks('Create a passkey')
    await visitor.tab.choose(() => visitor.clicks('Choose the identity file'), [key])
    await visitor.sees('Identity loaded.')
    await visitor.tab.choose(() => visitor.clicks('Choose sealed files'), [document])
    await visitor.sees('1 of 1 opened.')
    expect(await visitor.tab.evaluate(() => localStorage.length)).toBe(0)
  }, 180_000)
})
