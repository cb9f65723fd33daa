import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type CDPSession, expect, type Page, test } from 'playwright/test'
import { root } from './desk-site.ts'
import { complaintsOf } from './passkey-steps.ts'

export interface DeskServer {
  /** By a name: a passkey belongs to a domain. */
  readonly url: string
  /** The same by its address, which can have none. */
  readonly byAddress: string
  close(): Promise<void>
}

/** Serves the built desk, and nothing else. */
export const serveDesk = async (): Promise<DeskServer> => {
  const page = await readFile(join(root, 'dist', 'desk.html'))
  const server = createServer(({ url = '/' }, response) => {
    const isDesk = new URL(url, 'http://desk').pathname === '/'
    response.writeHead(isDesk ? 200 : 204, { 'Content-Type': 'text/html' })
    response.end(isDesk ? page : undefined)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}/`,
    byAddress: `http://127.0.0.1:${port}/`,
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

interface Kept {
  readonly credentialId: string
  readonly isResidentCredential: boolean
  readonly rpId: string
  readonly privateKey: string
  readonly signCount: number
  readonly userHandle?: string
}

/** Chromium's own authenticator for tests: a device with a fingerprint sensor that always says yes, or no. */
export class Authenticator {
  readonly #session: CDPSession
  readonly #id: string
  private constructor(session: CDPSession, id: string) {
    this.#session = session
    this.#id = id
  }
  static async on(
    page: Page,
    { hasPrf = true }: { hasPrf?: boolean } = {},
  ): Promise<Authenticator> {
    const session = await page.context().newCDPSession(page)
    await session.send('WebAuthn.enable')
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        ctap2Version: 'ctap2_1',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
        hasPrf,
      },
    })
    return new Authenticator(session, authenticatorId)
  }
  async passkeys(): Promise<readonly Kept[]> {
    const { credentials } = await this.#session.send('WebAuthn.getCredentials', {
      authenticatorId: this.#id,
    })
    return credentials as unknown as Kept[]
  }
  /** As the settings of a device do. */
  async removeAll(): Promise<void> {
    await this.#session.send('WebAuthn.clearCredentials', { authenticatorId: this.#id })
  }
  /** Whether the finger is the right one. */
  async recognises(isUserVerified: boolean): Promise<void> {
    await this.#session.send('WebAuthn.setUserVerified', {
      authenticatorId: this.#id,
      isUserVerified,
    })
  }
  /** Takes the device away. */
  async unplug(): Promise<void> {
    await this.#session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: this.#id })
  }
}

/** For all tests of a file: the desk of a server, in front of a device with a sensor, and the page complains of nothing. */
export const atADevice = (): { readonly url: string; readonly device: Authenticator } => {
  let server: DeskServer
  let device: Authenticator
  let complaints: readonly string[]
  test.beforeAll(async () => {
    server = await serveDesk()
  })
  test.afterAll(() => server.close())
  test.beforeEach(async ({ page }) => {
    complaints = complaintsOf(page)
    await page.goto(server.url)
    device = await Authenticator.on(page)
  })
  test.afterEach(() => expect(complaints).toEqual([]))
  return {
    get url() {
      return server.url
    },
    get device() {
      return device
    },
  }
}
