import { afterEach, beforeEach, expect, it } from 'vitest'
import '../../src/define.ts'
import { deliver, fail, refuse, simulate } from '../../src/testing/component/index.ts'
import { sampleFile, startSandbox } from '../contract-tools.ts'
import { DELIVERED, FAILED, REFUSED, recordOf } from '../delivery-record.ts'

type SealDrop = HTMLElementTagNameMap['seal-drop']
type Sandbox = Awaited<ReturnType<typeof startSandbox<'http'>>>

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await startSandbox('http')
})
afterEach(async () => {
  document.body.replaceChildren()
  await sandbox.close()
})

const drawn = async (settings: Partial<SealDrop> = {}): Promise<SealDrop> => {
  const form = document.createElement('form')
  const element = document.createElement('seal-drop')
  const { endpoint, recipient, token, options } = sandbox
  Object.assign(element, {
    name: 'papers',
    multiple: true,
    transport: 'http',
    endpoint,
    options,
    recipients: recipient,
    authorize: () => ({ Authorization: `Bearer ${token}` }),
    ...settings,
  })
  form.append(element)
  document.body.replaceChildren(form)
  await element.updateComplete
  return element
}

/** As a person does it, by the file chooser. Ends when nothing moves any more. */
const choose = async (element: SealDrop, path: string): Promise<void> => {
  const chosen = new DataTransfer()
  chosen.items.add(await sampleFile(path))
  const input = element.shadowRoot?.querySelector<HTMLInputElement>('#input')
  if (!input) throw new Error('There is no file chooser.')
  input.files = chosen.files
  const settled = new Promise(resolve =>
    element.addEventListener('sealdrop-settled', resolve, { once: true }),
  )
  input.dispatchEvent(new Event('change'))
  await settled
}

const PDF = 'samples/pdf/doc_1_3_pages.pdf'
const HEIC = 'samples/heic/IMG_5195.HEIC'
const allowInBrowser = true

it('a fake delivery looks to the page like a real one', async () => {
  const real = await drawn()
  expect(await recordOf(real, () => choose(real, PDF))).toEqual(DELIVERED)
  expect(await sandbox.received()).toHaveLength(1)
  const fake = await drawn()
  expect(await recordOf(fake, () => deliver(fake, { allowInBrowser }))).toEqual(DELIVERED)
  expect(await sandbox.received()).toHaveLength(1)
})

it('a fake refusal looks to the page like a real one', async () => {
  const real = await drawn()
  expect(await recordOf(real, () => choose(real, HEIC))).toEqual(REFUSED)
  const fake = await drawn()
  const play = () => refuse(fake, 'wrong-type', { name: 'photo.heic', allowInBrowser })
  expect(await recordOf(fake, play)).toEqual(REFUSED)
})

it('a fake failure looks to the page like a real one', async () => {
  await sandbox.flip({ status: { code: 403 } })
  const real = await drawn()
  expect(await recordOf(real, () => choose(real, PDF))).toEqual(FAILED)
  const fake = await drawn()
  const play = () => fail(fake, 'forbidden', { allowInBrowser })
  expect(await recordOf(fake, play)).toEqual(FAILED)
})

it('an element that has begun for real can be given fakes, and sends nothing from then on', async () => {
  const element = await drawn()
  await choose(element, PDF)
  await deliver(element, { allowInBrowser })
  expect(element.receipts).toHaveLength(1)
  expect(new FormData(element.form ?? undefined).getAll('papers')).toEqual(['fake-1'])
  expect(await sandbox.received()).toHaveLength(1)
})

it('nothing is faked in a real page by accident', async () => {
  const element = await drawn()
  await expect(deliver(element)).rejects.toMatchObject({ code: 'misconfigured' })
  await expect(refuse(element, 'damaged')).rejects.toMatchObject({ code: 'misconfigured' })
  await expect(fail(element, 'network')).rejects.toMatchObject({ code: 'misconfigured' })
  expect(() => simulate()).toThrow(/allowInBrowser/)
  expect(element.files).toEqual([])
})
