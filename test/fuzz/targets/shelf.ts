import type { Json } from '../../../src/core/contracts.ts'
import { revive } from '../../../src/seal/revive.ts'
import { LONGEST_MS, readEntry } from '../../../src/session/shelf/entry.ts'
import { changeJson } from '../json.ts'
import { changeText, join, latin1 } from '../mutate.ts'
import { jpegs, pdfs, pngs } from '../samples.ts'
import { expect, outcomeOf, type Target } from '../target.ts'

const ID = '3f0c2b1e-7a44-4c8e-9f6d-1b2a3c4d5e6f'
const NOW = Date.UTC(2026, 0, 1)
const SIZE = 3000

/** What an upload leaves behind. */
const GOOD: Readonly<Record<string, Json>> = {
  version: 1,
  id: ID,
  key: '3f0c2b1e-7a44-4c8e-9f6d-1b2a3c4d5e60',
  name: `${ID}.age`,
  size: SIZE,
  scheme: 'age',
  recipients: ['ba78 16bf 8f01 cfea 4141'],
  authenticated: true,
  facts: {},
  originalSize: 1000,
  addedAt: NOW - 1000,
  expiresAt: NOW + 1000,
  uncertain: false,
  resume: { print: 'x', url: 'https://a.example/files/1', restarts: 0 },
  page: 'a'.repeat(64),
  owner: 'b'.repeat(64),
}

interface Kept {
  readonly id: string
  readonly record: Json
  readonly body: Uint8Array<ArrayBuffer>
  readonly isPlain: boolean
}

const bodyOf = (head: Uint8Array, size: number): Uint8Array<ArrayBuffer> => {
  const body = new Uint8Array(size).fill(0x2b)
  body.set(head.subarray(0, size))
  return body
}

/** What lies in a page's storage, where anybody who can write there may have changed it. */
export const shelf: Target<Kept> = {
  name: 'shelf',
  make(chance) {
    let record: Json = chance.isOneIn(3) ? { ...GOOD, wrap: 'pdf', name: `${ID}.pdf` } : GOOD
    if (chance.isOneIn(5)) record = { ...GOOD, scheme: 'none', authenticated: false }
    for (let left = chance.int(3); left > 0; left--) record = changeJson(record, chance)
    const isPlain = chance.isOneIn(2)
    const { bytes } = chance.pick([...pdfs, ...jpegs, ...pngs])
    const head = isPlain ? bytes : join(latin1('age-encryption.org/v1\n-> X25519 '))
    const id = chance.isOneIn(10) ? changeText(ID, chance) : ID
    return { id, record, isPlain, body: bodyOf(head, chance.isOneIn(5) ? chance.int(SIZE) : SIZE) }
  },
  async judge({ id, record, body, isPlain }) {
    const outcome = await outcomeOf(() => readEntry(id, record, NOW))
    if ('error' in outcome) expect(false, `An entry is refused by an error: ${outcome.error}`)
    const { value: entry } = outcome
    if (!entry) return
    const { expiresAt, addedAt, name, scheme, facts, recipients } = entry
    expect(entry.id === ID && id === ID, `It has the id ${entry.id}.`)
    expect(expiresAt > NOW && expiresAt <= addedAt + LONGEST_MS, `It stays until ${expiresAt}.`)
    expect(/^[\da-f-]{36}\.(age|pdf|enc)$/.test(name), `It tells a name: ${name}`)
    expect(['age', 'didww'].includes(scheme), `It is not sealed: ${scheme}`)
    for (const text of [...Object.values(facts), ...recipients])
      expect(typeof text === 'string', `no text: ${JSON.stringify(text)}`)
    expect(JSON.stringify(entry).length < 1e6, 'It has no end.')
    const revived = await outcomeOf(() => revive(entry, new Blob([body])))
    if ('error' in revived) return
    expect(!isPlain, 'A document that was not sealed would be sent.')
    expect(revived.value.size === body.length, `It says ${revived.value.size} bytes.`)
  },
}
