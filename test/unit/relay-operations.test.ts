import { expect, test } from 'vitest'
import { createSigner } from '../../src/core/relay/sign.ts'
import { createSignedIds } from '../../src/core/relay/signed-ids.ts'
import { operations } from './relay-all-operations.ts'
import { bucketAt, relayFor, TICKET_KEY, upstreamsAt } from './relay-tools.ts'
import { upstreamOf } from './relay-upstream-tools.ts'

test('the log names each request as the option allow does, whether it was served or refused', async () => {
  const { url } = await upstreamOf()
  const relay = relayFor({
    providers: { ...upstreamsAt(url), tus: { endpoint: `${url}/tus` }, s3: bucketAt(url) },
  })
  const ids = createSignedIds(createSigner(TICKET_KEY), 'none')
  const signed = await ids.sign('s-1', 'ada')
  for (const { method, path } of operations)
    await relay.visit(method, path.replace('SIGNED', signed))
  const said = relay.log.map(({ provider, method, operation }) => [provider, method, operation])
  expect(said).toEqual(
    operations.map(({ method, path, operation }) => [path.split('/')[1], method, operation]),
  )
})

test('the option allow knows each of them', () => {
  const allow: Record<string, string[]> = {}
  for (const { path, operation } of operations) {
    const name = path.split('/')[1] ?? ''
    allow[name] = [...(allow[name] ?? []), operation]
  }
  const providers = {
    ...upstreamsAt('https://upstream.example'),
    tus: { endpoint: 'https://upstream.example/tus' },
    s3: bucketAt('https://upstream.example'),
  }
  expect(() => relayFor({ providers, allow })).not.toThrow()
})

test.each([
  [
    'didww',
    'encrypted_files',
    ['fields[encrypted_files]', 'sort', 'filter[id]', 'page[number]', 'page[size]'],
  ],
  ['dokstamp', 'files', ['where[used_at]', 'sort[column]', 'sort[order]']],
])('a list of %s is asked for by its own parameters, and no others', async (name, path, known) => {
  const { url, seen } = await upstreamOf((request, response) =>
    response.end(request.url === '/oauth/token' ? '{"access_token":"token"}' : '{}'),
  )
  const relay = relayFor({ providers: upstreamsAt(url), allow: { [name]: ['list'] } })
  const asked = new URLSearchParams([...known, 'api-key', 'token'].map(key => [key, '1']))
  await relay.visit('GET', `/${name}/${path}?${asked}`)
  const sent = new URL(seen.at(-1)?.path ?? '', url).searchParams
  expect([...sent.keys()]).toEqual(known)
})
