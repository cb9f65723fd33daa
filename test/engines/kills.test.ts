import { afterAll, beforeAll, expect, it } from 'vitest'
import { killEarly, killOnce } from '../kills/kill.ts'
import { searchProfile } from '../kills/profile.ts'
import { type Provider, startProvider, ways } from '../kills/provider.ts'
import { startSite } from '../kills/site.ts'
import { engines } from './driver/engines.ts'

// `npm run kills` kills a hundred and more.

const [tus] = ways
if (!tus) throw new Error('There are no ways.')

const BYTES = 3 * 1024 * 1024
/** A second for all of it. */
const BYTES_PER_SECOND = BYTES

let site: Awaited<ReturnType<typeof startSite>>
let provider: Provider
beforeAll(async () => {
  site = await startSite()
  provider = await startProvider(tus, site.url)
})
afterAll(async () => {
  await provider.close()
  await site.close()
})

const kinds = [
  ['chromium', 'browser'],
  ['firefox', 'tab'],
] as const

const isTried = (engine: string): boolean =>
  engines.some(({ name, isInstalled }) => isInstalled && name.toLowerCase() === engine)

it.each(kinds.filter(([engine]) => isTried(engine)))(
  'in %s an upload goes on after its %s was killed, without the file',
  async (engine, how) => {
    const plan = { engine, how, bytes: BYTES, bytesPerSecond: BYTES_PER_SECOND, at: 0.5 }
    const { broken, ended, copies } = await killOnce(site.url, provider, plan)
    expect(broken).toEqual([])
    expect([ended?.phase, copies]).toEqual(['done', 1])
  },
)

it('nothing is left of a file whose page crashed before it was sent', async () => {
  const plan = { engine: 'chromium', how: 'crash', bytes: BYTES, at: 'ready' } as const
  const { broken, isLate } = await killEarly(site.url, provider, plan)
  expect([isLate, broken]).toEqual([false, []])
})

it('what is searched for in a browser’s profile is found in every form in which it may be written', () => {
  const key = Buffer.from('00112233445566778899aabbccddeeff', 'hex')
  const planted = [
    key,
    Buffer.from(key.toString('hex'), 'utf16le'),
    Buffer.from(Buffer.concat([Buffer.from('x'), key, Buffer.from('yz')]).toString('base64')),
  ]
  for (const bytes of planted)
    expect(searchProfile([{ path: 'Cookies', bytes }], { key })).toEqual(['key in Cookies'])
  expect(
    searchProfile([{ path: 'a/passport', bytes: Buffer.alloc(9) }], { name: 'passport' }),
  ).toEqual(['name in a/passport'])
  expect(searchProfile([{ path: 'Cookies', bytes: Buffer.alloc(900) }], { key })).toEqual([])
})
