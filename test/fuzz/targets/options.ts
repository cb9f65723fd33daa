import type { Json } from '../../../src/core/contracts.ts'
import { outlookOf } from '../../../src/element/admissible.ts'
import { readSettings } from '../../../src/element/read-settings.ts'
import type { Settings } from '../../../src/element/settings.ts'
import { parseLimits } from '../../../src/intake/limits.ts'
import { transportByName } from '../../../src/providers/load.ts'
import { changeJson, hostileJson } from '../json.ts'
import { changeText, hostileText } from '../mutate.ts'
import { expect, outcomeOf, type Target } from '../target.ts'

const ENDPOINT = 'https://api.example/v3'
const PIN = 'a'.repeat(40)
const AGE = 'age1gde3ncmahlqd9gg50tanl99r960llztrhfapnmx853s4tjum03uqfssgdh'

/** What a page might write, by transport. */
const GOOD: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  http: {
    method: 'PUT',
    field: 'file',
    fields: { folder: 'inbox' },
    headers: { 'X-Site': 'a' },
    reference: { json: 'data.id' },
    digest: true,
    idempotencyKey: true,
    credentials: 'include',
    timeouts: { connect: 1000, stall: 1000, answer: 1000 },
    origins: ['https://other.example'],
  },
  tus: {
    chunkSize: 1000,
    metadata: { purpose: 'kyc' },
    checksum: 'probe',
    removeOnCancel: true,
    credentials: 'same-origin',
    timeouts: { stall: 5000 },
  },
  s3: {
    prefix: 'uploads/',
    partSize: 8_388_608,
    origins: ['https://bucket.example'],
    timeouts: { stall: 5000 },
  },
  didww: {
    version: '2026-04-16',
    pin: [PIN, PIN],
    publicKeysUrl: `${ENDPOINT}/keys`,
    timeouts: {},
  },
  privasfer: { coolDownMs: 1000, field: 'file', fields: { a: 'b' }, accepted: [200, 201] },
  dokstamp: { tenant: 'bank.example', batch: 3, timeouts: { answer: 1 } },
  cryptshare: {
    user: 'a@b.example',
    clientId: 'client',
    recipients: { to: ['c@d.example'], cc: [], bcc: [] },
    sender: { name: 'A', phone: '1' },
    pollTransfer: { everyMs: 1, looks: 3 },
    apiVersion: 12,
    session: { subject: 'Papers' },
  },
}

interface Written {
  readonly transport: string
  readonly endpoint: string
  readonly options: Json
  readonly settings: Readonly<Record<string, Json>>
}

const SETTINGS: Readonly<Record<string, Json>> = {
  accept: '.pdf,image/png',
  maxSize: '20MiB',
  maxFiles: 3,
  multiple: true,
  upload: 'submit',
  valueFormat: 'reference',
  fileName: 'opaque',
  recipients: AGE,
  seal: 'age+pdf',
}

export const options: Target<Written> = {
  name: 'options',
  make(chance) {
    const transport = chance.isOneIn(20) ? hostileText(chance, 6) : chance.pick(Object.keys(GOOD))
    let chosen: Json = GOOD[transport] ?? {}
    for (let left = chance.int(4); left > 0; left--) chosen = changeJson(chosen, chance)
    if (chance.isOneIn(20)) chosen = hostileJson(chance)
    // As an attribute gives them: texts, or the numbers that were read from them.
    const changed = (value: Json): Json =>
      typeof value === 'string'
        ? changeText(value, chance)
        : chance.pick([0, -1, 1.5, 1e9, Number.NaN, 'x', ''])
    const name = chance.pick(Object.keys(SETTINGS))
    const settings = chance.isOneIn(3)
      ? { ...SETTINGS, [name]: changed(SETTINGS[name] ?? '') }
      : SETTINGS
    return {
      transport,
      endpoint: chance.isOneIn(4) ? changeText(ENDPOINT, chance) : ENDPOINT,
      options: chosen,
      settings,
    }
  },
  async judge({ transport, endpoint, options: chosen, settings }) {
    const given = {
      ...SETTINGS,
      ...settings,
      transport,
      endpoint,
      options: chosen,
      authorize: undefined,
    } as unknown as Settings
    const read = await outcomeOf(() => readSettings(given))
    const outlook = outlookOf(given)
    expect(
      'value' in read || outlook.fault !== undefined,
      'The element sees no fault, and settings have one.',
    )
    await outcomeOf(() => parseLimits(settings as Parameters<typeof parseLimits>[0]))
    if (typeof chosen !== 'object' || chosen === null || Array.isArray(chosen)) return
    const made = await outcomeOf(() => transportByName(transport, { ...chosen, endpoint }))
    if ('error' in made) {
      expect(made.error.code === 'misconfigured', `the code is ${made.error.code}`)
      return
    }
    const url = new URL(made.value.endpoint)
    expect(url.protocol === 'https:', `It would send to ${made.value.endpoint}.`)
    expect(url.username === '' && url.password === '' && url.hash === '', `It sends to ${url}.`)
    // Whatever was taken must not fail later, when a document is to be sent.
    for (const value of Object.values(made.value.timeouts ?? {}))
      expect(Number.isFinite(value) && Number(value) > 0, `It waits ${value} ms.`)
    for (const origin of made.value.origins ?? [])
      expect(
        typeof origin === 'string' && URL.canParse(origin),
        `It trusts ${JSON.stringify(origin)}.`,
      )
  },
}
