import { afterEach, describe, expect, it } from 'vitest'
import { cryptshare } from '../../src/providers/cryptshare/transport.ts'
import { dokstamp } from '../../src/providers/dokstamp/transport.ts'
import { http } from '../../src/providers/http/transport.ts'
import { privasfer } from '../../src/providers/privasfer/transport.ts'
import { tus } from '../../src/providers/tus/transport.ts'
import { none } from '../../src/seal/named.ts'
import { createSession } from '../../src/session/session.ts'
import { same } from '../../src/testing/scene.ts'
import { sampleFile, startSandbox } from '../contract-tools.ts'

const bearer =
  ({ token }: { readonly token: string }) =>
  () => ({ Authorization: `Bearer ${token}` })

const starts = {
  async privasfer() {
    const sandbox = await startSandbox('privasfer')
    return {
      sandbox,
      transport: privasfer({ endpoint: sandbox.endpoint }),
      authorize: bearer(sandbox),
    }
  },
  async dokstamp() {
    const sandbox = await startSandbox('dokstamp')
    return {
      sandbox,
      transport: dokstamp({ endpoint: sandbox.endpoint, tenant: sandbox.tenant }),
      authorize: bearer(sandbox),
    }
  },
  async cryptshare() {
    const sandbox = await startSandbox('cryptshare')
    const { endpoint, user, clientId, recipients } = sandbox
    return { sandbox, transport: cryptshare({ endpoint, user, clientId, recipients }) }
  },
  async tus() {
    const sandbox = await startSandbox('tus')
    return { sandbox, transport: tus({ endpoint: sandbox.endpoint }), authorize: bearer(sandbox) }
  },
  async http() {
    const sandbox = await startSandbox('http')
    const { endpoint } = sandbox
    const transport = http({ endpoint, reference: { json: 'data.id' } })
    return { sandbox, transport, authorize: bearer(sandbox) }
  },
} as const

const PDF = 'samples/pdf/doc_1_3_pages.pdf'
const ALL = [PDF, 'samples/jpg/Canon_40D.jpg', 'samples/png/basn2c16.png']

const open: { close(): unknown }[] = []
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.close()
})

describe('where the integrator wrote none, with a reason', () => {
  it.each(Object.keys(starts) as (keyof typeof starts)[])(
    'documents reach %s as they are',
    async name => {
      const { sandbox, ...options } = await starts[name]()
      open.push(sandbox)
      const session = createSession({ ...options, seal: none('the test compares bytes') })
      open.push(session)
      // DokStamp takes PDFs only.
      const files = await Promise.all(
        (name === 'dokstamp' ? [PDF] : ALL).map(path => sampleFile(path)),
      )
      session.add(files)
      const receipts = await session.finish()
      expect(receipts.map(receipt => receipt.name)).toEqual(files.map(file => file.name))
      for (const [at, file] of files.entries()) {
        const receipt = receipts[at]
        expect(receipt?.sealed).toMatchObject({ scheme: 'none', authenticated: false })
        const stored = await sandbox.sealed(receipt?.reference ?? '')
        expect(same(stored, new Uint8Array(await file.arrayBuffer()))).toBe(true)
      }
    },
  )

  it('a type the provider does not take is refused before anything is sent', async () => {
    const sandbox = await startSandbox('dokstamp')
    open.push(sandbox)
    const session = createSession({
      transport: dokstamp({ endpoint: sandbox.endpoint, tenant: sandbox.tenant }),
      authorize: bearer(sandbox),
      seal: none('the provider stamps the PDF'),
    })
    open.push(session)
    session.add([await sampleFile('samples/png/basn2c16.png')])
    await session.settled()
    expect(session.files[0]?.state).toMatchObject({
      phase: 'refused',
      error: { code: 'wrong-type' },
    })
    expect(await sandbox.received()).toEqual([])
  })
})
