import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerApplication } from '../../demo/apply.ts'
import { type DidwwSandbox, startDidww } from '../../demo/sandbox/didww.ts'

// The site's server behind the playground's form, with the sandbox as the provider it asks.

let sandbox: DidwwSandbox
const site = createServer((request, response) => answerApplication(request, response, sandbox))

beforeAll(async () => {
  sandbox = await startDidww({ modulusLength: 2048 })
  await new Promise<void>(resolve => {
    site.listen(0, '127.0.0.1', resolve)
  })
})
afterAll(async () => {
  site.close()
  await sandbox.close()
})

const send = (body?: URLSearchParams) =>
  fetch(`http://127.0.0.1:${(site.address() as AddressInfo).port}/apply`, {
    redirect: 'manual',
    ...(body && { method: 'POST', body }),
  })

it('says of each reference whether the provider has it', async () => {
  const form = new FormData()
  form.append('encrypted_files[encryption_fingerprint]', sandbox.fingerprint)
  form.append('encrypted_files[file]', new Blob(['sealed']), 'a.enc')
  await fetch(`${sandbox.endpoint}/encrypted_files`, {
    method: 'POST',
    body: form,
    headers: { 'Api-Key': sandbox.apiKey, 'X-DIDWW-API-Version': '2026-04-16' },
  })
  const [upload] = sandbox.received()
  const papers = [upload?.id ?? '', 'made-up', '../public_keys', '']
  const answer = await send(new URLSearchParams(papers.map(id => ['papers', id])))
  const page = await answer.text()
  expect(page).toContain(`<code>${upload?.id}</code>`)
  expect(page.match(/DIDWW has it/g)).toHaveLength(1)
  expect(page.match(/DIDWW does not know it/g)).toHaveLength(3)
})

it('shows what it was sent as text, never as markup', async () => {
  const hostile = `<img src=x onerror=alert(1)>"'&`
  const fields = ['name', 'country', 'number', 'papers'].map(name => [name, hostile])
  const page = await (await send(new URLSearchParams(fields))).text()
  expect(page).not.toContain('<img')
  expect(page.match(/&lt;img src=x onerror=alert\(1\)&gt;&quot;&#39;&amp;/g)).toHaveLength(4)
})

it('sends whoever has no form back to it, and takes no endless one', async () => {
  const back = await send()
  expect([back.status, back.headers.get('location')]).toEqual([303, '/'])
  expect((await send(new URLSearchParams({ name: 'x'.repeat(70_000) }))).status).toBe(413)
})
