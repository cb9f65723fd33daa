import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerApplication } from '../../demo/apply.ts'

// The site's server behind the playground's form.

const known = new Map([['didww', 'an-id']])
const site = createServer((request, response) =>
  answerApplication(request, response, async (provider, value) => known.get(provider) === value),
)

beforeAll(
  () =>
    new Promise<void>(resolve => {
      site.listen(0, '127.0.0.1', resolve)
    }),
)
afterAll(() => site.close())

const send = (body?: URLSearchParams) =>
  fetch(`http://127.0.0.1:${(site.address() as AddressInfo).port}/apply`, {
    redirect: 'manual',
    ...(body && { method: 'POST', body }),
  })

it('says of each reference whether the provider has it', async () => {
  const papers = ['an-id', 'made-up', '../public_keys', '']
  const answer = await send(
    new URLSearchParams([['provider', 'didww'], ...papers.map(id => ['papers', id])]),
  )
  const page = await answer.text()
  expect(page).toContain('<code>an-id</code>')
  expect(page.match(/The provider has it/g)).toHaveLength(1)
  expect(page.match(/The provider does not know it/g)).toHaveLength(3)
})

it('says so where the provider is not known', async () => {
  const form = new URLSearchParams({ provider: 'nobody', papers: 'an-id' })
  expect(await (await send(form)).text()).toContain('The provider does not know it')
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
