import type { Json } from '../../../src/core/contracts.ts'
import { isTime, type SealRecord } from '../../../src/core/record.ts'
import { readRecord } from '../../../src/open/record.ts'
import { noble } from '../../../src/seal/schemes/age/aead.ts'
import { recordStanza } from '../../../src/seal/schemes/age/record.ts'
import { forgeRecord } from '../../age/forge.ts'
import { changeJson } from '../json.ts'
import { type Bytes, changeBytes, hostileText } from '../mutate.ts'
import { expect, outcomeOf, type Target } from '../target.ts'

const KEY = new Uint8Array(16).fill(7)
const SHA256 = 'ab'.repeat(32)

/** Optional fields only where they are there. */
const GOOD = {
  v: 1,
  name: 'passport.pdf',
  type: 'application/pdf',
  size: 1234,
  sha256: SHA256,
  lastModified: 1_700_000_000_000,
  checks: ['type', 'whole'],
  remarks: ['location-data'],
  sealedAt: '2026-01-01T00:00:00.000Z',
  by: 'sealdrop/0.1.0',
} as const satisfies SealRecord

interface Hostile {
  /** What a hostile sender wrote, or a record that ours writes. */
  readonly text?: string
  readonly bytes?: Bytes
  readonly args?: readonly string[]
  readonly own?: { readonly name: string; readonly remarks: readonly string[] }
}

const judgeRecord = (record: SealRecord): void => {
  const { v, name, type, size, sha256, lastModified, checks, remarks, sealedAt, by } = record
  expect(v === 1 && Number.isSafeInteger(size) && size >= 0, `v ${v}, size ${size}`)
  for (const text of [name, type, sealedAt, by, ...checks, ...remarks])
    expect(typeof text === 'string', `no text: ${JSON.stringify(text)}`)
  expect(/^[0-9a-f]{64}$/.test(sha256), `sha256 is ${sha256}`)
  expect(checks.length <= 64 && remarks.length <= 64, 'The lists have no end.')
  // Whoever shows it would throw.
  if ('lastModified' in record) {
    expect(isTime(lastModified), `lastModified is ${lastModified}`)
    new Date(lastModified ?? Number.NaN).toISOString()
  }
  const known = [...Object.keys(GOOD)]
  for (const key of Object.keys(record)) expect(known.includes(key), `it has a field "${key}"`)
}

export const record: Target<Hostile> = {
  name: 'record',
  make(chance) {
    if (chance.isOneIn(4))
      return {
        own: {
          name: hostileText(chance, 400),
          remarks: Array.from({ length: chance.int(3) }, () => 'encrypted'),
        },
      }
    let value: Json = GOOD as unknown as Json
    for (let left = chance.int(4); left > 0; left--) value = changeJson(value, chance)
    const text = Buffer.from(JSON.stringify(value) ?? '')
      .subarray(0, 1000)
      .toString('latin1')
      .slice(0, 500)
    if (chance.isOneIn(4)) {
      const padded = new Uint8Array(1024).fill(0x20)
      padded.set(Buffer.from(JSON.stringify(GOOD)))
      return { bytes: changeBytes(padded, chance) }
    }
    const time = chance.pick([1e300, 8.64e15 + 1, -8.64e15, 1.5, 0, 2 ** 53])
    const whole = chance.isOneIn(5) ? JSON.stringify({ ...GOOD, lastModified: time }) : text
    const args = chance.isOneIn(10) ? ['sealdrop.dev/record', hostileText(chance, 3)] : undefined
    return { text: whole, ...(args && { args }) }
  },
  async judge({ text, bytes, args, own }) {
    if (own) {
      const stanza = await recordStanza({ ...GOOD, ...own }, KEY, noble)
      expect(
        stanza.body.length === 1040,
        `A record of ${stanza.body.length} bytes tells of its name.`,
      )
      const found = await readRecord([{ ...stanza, body: new Uint8Array(stanza.body) }], KEY)
      const read = found?.record
      expect(read !== undefined, 'Nobody can read the record.')
      judgeRecord(read)
      return
    }
    const stanza = await forgeRecord(
      { text: text ?? bytes ?? '', ...(args && { args }) },
      KEY,
      noble,
    )
    const outcome = await outcomeOf(() =>
      readRecord([{ args: stanza.args, body: new Uint8Array(stanza.body) }], KEY),
    )
    if ('error' in outcome)
      expect(outcome.error.code === 'damaged', `the code is ${outcome.error.code}`)
    else if (outcome.value) judgeRecord(outcome.value.record)
  },
}
