import { expect, test } from 'vitest'
import { createSigner } from '../../src/core/relay/sign.ts'
import { createSignedIds } from '../../src/core/relay/signed-ids.ts'
import { relayFor, TICKET_KEY, upstreamsAt } from './relay-tools.ts'
import { upstreamOf } from './relay-upstream-tools.ts'

/** As a page asks: `SIGNED` stands for an id that the relay signed. */
const OPERATIONS = `
POST /http upload
PUT /http upload
OPTIONS /tus discover
POST /tus upload
PATCH /tus/SIGNED upload
HEAD /tus/SIGNED resume
DELETE /tus/SIGNED remove
GET /didww/public_keys publicKeys
POST /didww/encrypted_files upload
GET /didww/encrypted_files list
GET /didww/encrypted_files/f-1 get
DELETE /didww/encrypted_files/f-1 remove
POST /privasfer/files upload
GET /privasfer/files list
GET /privasfer/files/f-1 get
DELETE /privasfer/files/f-1 remove
PATCH /privasfer/files/f-1 update
POST /privasfer/downloads createDownload
GET /privasfer/inbox inbox
GET /privasfer/inbox/m-1 message
GET /privasfer/mails mails
POST /privasfer/mails sendMail
POST /privasfer/keys createKey
DELETE /privasfer/keys/k-1 removeKey
POST /dokstamp/files upload
GET /dokstamp/files list
GET /dokstamp/files/f-1 get
PATCH /dokstamp/files/f-1 update
PUT /dokstamp/files/f-1 replace
DELETE /dokstamp/files/f-1 remove
GET /dokstamp/files/f-1/download download
GET /cryptshare/products/api.rest/cors corsActive
GET /cryptshare/clients newClientId
GET /cryptshare/users/me/verification verification
POST /cryptshare/users/me/verification/code/email requestCode
POST /cryptshare/users/me/verification/token verify
POST /cryptshare/users/me/transfer-policy policy
POST /cryptshare/users/me/transfer-sessions createSession
GET /cryptshare/users/me/transfer-sessions/SIGNED state
PATCH /cryptshare/users/me/transfer-sessions/SIGNED edit
POST /cryptshare/users/me/transfer-sessions/SIGNED submit
DELETE /cryptshare/users/me/transfer-sessions/SIGNED discardSession
POST /cryptshare/users/me/transfer-sessions/SIGNED/files register
PUT /cryptshare/users/me/transfer-sessions/SIGNED/files/f-1/content upload
DELETE /cryptshare/users/me/transfer-sessions/SIGNED/files/f-1 removeFile
GET /cryptshare/users/me/transfers/SIGNED transfer
`

test('the log names each request as the option allow does, whether it was served or refused', async () => {
  const { url } = await upstreamOf()
  const relay = relayFor({
    providers: { ...upstreamsAt(url), tus: { endpoint: `${url}/tus` } },
  })
  const ids = createSignedIds(createSigner(TICKET_KEY), 'none')
  const signed = await ids.sign('s-1', 'ada')
  const known = OPERATIONS.trim()
    .split('\n')
    .map(line => line.split(' '))
  for (const [method = '', path = ''] of known)
    await relay.visit(method, path.replace('SIGNED', signed))
  const said = relay.log.map(({ provider, method, operation }) => [provider, method, operation])
  expect(said).toEqual(
    known.map(([method, path = '', operation]) => [path.split('/')[1], method, operation]),
  )
})

test('the option allow knows each of them', () => {
  const allow: Record<string, string[]> = {}
  for (const line of OPERATIONS.trim().split('\n')) {
    const [, path = '', operation = ''] = line.split(' ')
    const name = path.split('/')[1] ?? ''
    allow[name] = [...(allow[name] ?? []), operation]
  }
  const providers = {
    ...upstreamsAt('https://upstream.example'),
    tus: { endpoint: 'https://upstream.example/tus' },
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
