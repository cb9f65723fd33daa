import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type CryptshareSandbox, startCryptshare } from '../../src/sandbox/cryptshare/sandbox.ts'

let sandbox: CryptshareSandbox
beforeAll(async () => {
  sandbox = await startCryptshare()
})
afterEach(() => sandbox.reset())
afterAll(() => sandbox.close())

type Headers = Readonly<Record<string, string | undefined>>

const known = (): Headers => ({
  'Content-Type': 'application/json',
  'X-CS-ClientId': sandbox.clientId,
  'X-CS-MajorApiVersion': '1',
  'X-CS-MinimumMinorApiVersion': '7',
})
const ask = (method: string, path: string, headers: Headers = {}, body?: string) => {
  const all = Object.entries({ ...known(), ...headers }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as [string, string]],
  )
  const url = `${sandbox.endpoint}/users/${sandbox.user}${path}`
  return fetch(url, { method, headers: all, ...(body !== undefined && { body }) })
}
const errorOf = async (answer: Response): Promise<[number, number]> => [
  answer.status,
  (await answer.json()).errorCode,
]
const token = async (): Promise<Headers> => {
  const answer = await ask('POST', '/verification/token', {}, '{}')
  return { 'X-CS-VerificationToken': (await answer.json()).data.token }
}
/** A new session of one file, with this token. */
const start = async (headers: Headers): Promise<{ session: string; file: string }> => {
  const recipients = { to: [{ mail: 'desk@example.org' }] }
  const made = await ask('POST', '/transfer-sessions', headers, JSON.stringify({ recipients }))
  expect([made.status, await made.text()]).toEqual([201, ''])
  const session = `/transfer-sessions/${made.headers.get('location')?.split('/').at(-1)}`
  const body = JSON.stringify({ fileName: 'a.pdf', size: 3 })
  const registered = await ask('POST', `${session}/files`, headers, body)
  const { fileId } = (await registered.json()).data
  expect(registered.headers.get('location')).toContain(`/files/${fileId}`)
  return { session, file: `${session}/files/${fileId}` }
}
const bytes: Headers = { 'Content-Type': 'application/octet-stream' }

describe('the Cryptshare sandbox', () => {
  test.each<[string, Headers, [number, number]]>([
    ['no client id', { 'X-CS-ClientId': undefined }, [400, 1002]],
    ['no major version', { 'X-CS-MajorApiVersion': undefined }, [400, 1002]],
    ['no minor version', { 'X-CS-MinimumMinorApiVersion': undefined }, [400, 1002]],
    ['a short client id', { 'X-CS-ClientId': 'a'.repeat(49) }, [400, 1004]],
    ['a client id with a dash', { 'X-CS-ClientId': '-'.repeat(50) }, [400, 1004]],
    ['a version too high', { 'X-CS-MinimumMinorApiVersion': '13' }, [404, 2004]],
    ['an unknown product', { 'X-CS-ProductKey': 'other' }, [400, 1004]],
  ])('refuses a request with %s', async (_, headers, expected) => {
    expect(await errorOf(await ask('GET', '/verification', headers))).toEqual(expected)
  })

  test('refuses what only a verified sender may do', async () => {
    expect(await errorOf(await ask('POST', '/transfer-sessions', {}, '{}'))).toEqual([401, 3002])
    sandbox.flip({ tokenSeconds: -1 })
    const over = await token()
    expect(await errorOf(await ask('POST', '/transfer-sessions', over, '{}'))).toEqual([401, 3002])
  })

  test('lets no other token into a session', async () => {
    const { session } = await start(await token())
    expect(await errorOf(await ask('GET', session, await token()))).toEqual([401, 3002])
  })

  test('refuses a file without a name or a size, and a name that is taken', async () => {
    const headers = await token()
    const { session } = await start(headers)
    const register = async (file: object): Promise<[number, number]> =>
      errorOf(await ask('POST', `${session}/files`, headers, JSON.stringify(file)))
    expect(await register({ size: 3 })).toEqual([400, 1002])
    expect(await register({ fileName: 'b.pdf' })).toEqual([400, 1002])
    expect(await register({ fileName: 'a.pdf', size: 3 })).toEqual([400, 1004])
    sandbox.flip({ duplicateName: 409 })
    expect(await register({ fileName: 'a.pdf', size: 3 })).toEqual([409, 2001])
  })

  test('takes bytes as octet-stream only, as many as were registered, and replaces them', async () => {
    const headers = await token()
    const { file } = await start(headers)
    const put = (body: string, more: Headers = bytes) =>
      ask('PUT', `${file}/content`, { ...headers, ...more }, body)
    expect((await put('abc', { 'Content-Type': 'text/plain' })).status).toBe(415)
    sandbox.flip({ wrongType: 400 })
    expect((await put('abc', { 'Content-Type': 'text/plain' })).status).toBe(400)
    expect((await put('ab')).status).toBe(400)
    expect((await put('abcd')).status).toBe(400)
    expect((await put('abc')).status).toBe(200)
    expect((await put('xyz')).status).toBe(200)
    expect(sandbox.received().map(({ id }) => sandbox.sealed(id).toString())).toEqual(['xyz'])
    const other = `${file.slice(0, -1)}_/content`
    expect(await errorOf(await ask('PUT', other, { ...headers, ...bytes }, 'abc'))).toEqual([
      404, 2003,
    ])
  })

  test('shows a file as registered, then as uploaded, and lets go of it', async () => {
    const headers = await token()
    const { session, file } = await start(headers)
    const states = async (): Promise<string[]> =>
      (await (await ask('GET', session, headers)).json()).data.files.map(
        (one: { state: string }) => one.state,
      )
    expect(await states()).toEqual(['INITIALIZED'])
    await ask('PUT', `${file}/content`, { ...headers, ...bytes }, 'abc')
    expect(await states()).toEqual(['UPLOADED'])
    expect((await ask('DELETE', file, headers)).status).toBe(204)
    expect(await states()).toEqual([])
  })

  test.each([
    ['refused', 409],
    ['taken', 201],
  ] as const)('submitted with a file that did not come is %s', async (incomplete, status) => {
    sandbox.flip({ incomplete })
    const headers = await token()
    const { session } = await start(headers)
    expect((await ask('POST', session, headers)).status).toBe(status)
  })

  test('compares a checksum in capitals as well', async () => {
    sandbox.flip({ processing: 0 })
    const headers = await token()
    const { session } = await start(headers)
    const checksum = 'BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD' // of "abc"
    const register = (fileName: string, sum: string) =>
      ask('POST', `${session}/files`, headers, JSON.stringify({ fileName, size: 3, checksum: sum }))
    const ids = await Promise.all(
      [
        ['b.pdf', checksum],
        ['c.pdf', checksum.toLowerCase()],
        ['d.pdf', '00'],
      ].map(
        async ([name = '', sum = '']) => (await (await register(name, sum)).json()).data.fileId,
      ),
    )
    for (const { id } of sandbox.sessions()[0]?.files ?? [])
      await ask('PUT', `${session}/files/${id}/content`, { ...headers, ...bytes }, 'abc')
    const submitted = await ask('POST', session, headers)
    const id = submitted.headers.get('location')?.split('/').at(-1)
    const looked = await ask('GET', `/transfers/${id}`, {
      ...headers,
      'X-CS-MinimumMinorApiVersion': '12',
    })
    const { files } = (await looked.json()).data.status
    expect(files.filter((file: { removed: boolean }) => file.removed)).toMatchObject([
      { id: ids[2] },
    ])
  })
})
