import { armor } from 'age-encryption'
import { hex } from '../../../src/core/bytes.ts'
import { readRecipient } from '../../../src/core/recipient.ts'
import { open as openSealed, recipientOf } from '../../../src/open/index.ts'
import { noble } from '../../../src/seal/schemes/age/aead.ts'
import { recordStanza } from '../../../src/seal/schemes/age/record.ts'
import type { Stanza } from '../../../src/seal/schemes/age/stanza.ts'
import { wrapWith } from '../../../src/seal/schemes/age/x25519.ts'
import { wrapperOf } from '../../../src/seal/wrap/pdf.ts'
import { identityText } from '../../age/bech32.ts'
import { assemble, keyPairOf } from '../../age/forge.ts'
import type { Chance } from '../chance.ts'
import { type Bytes, changeBytes, changeList, changeText, join, latin1, textOf } from '../mutate.ts'
import { expect, outcomeOf, type Target } from '../target.ts'

/** A private key for these tests, which protects nothing. */
const identity = identityText(new Uint8Array(32).fill(42))
const stranger = identityText(new Uint8Array(32).fill(43))
const recipient = await recipientOf(identity)
const other = await recipientOf(stranger)

interface Sealed {
  readonly whole: Bytes
  readonly original: Bytes
}

const FILE_KEY = new Uint8Array(16).fill(9)

const stanzaFor = async (text: string, seed: number): Promise<Stanza> =>
  wrapWith(await keyPairOf(new Uint8Array(32).fill(seed)), FILE_KEY, readRecipient(text).key, noble)

const makeSealed = async (
  size: number,
  for_: readonly string[],
  hasRecord: boolean,
): Promise<Sealed> => {
  const original = new Uint8Array(size).fill(0x61)
  original.set(latin1('%PDF-1.7\n').subarray(0, size))
  const stanzas = await Promise.all(for_.map((text, nth) => stanzaFor(text, 50 + nth)))
  const record = await recordStanza(
    {
      v: 1,
      name: 'lease.pdf',
      type: 'application/pdf',
      size,
      sha256: hex(await crypto.subtle.digest('SHA-256', original)),
      checks: [],
      remarks: [],
      sealedAt: '2026-01-01T00:00:00.000Z',
      by: 'sealdrop/0.1.0',
    },
    FILE_KEY,
    noble,
  )
  const nonce = new Uint8Array(16).fill(3)
  const all = hasRecord ? [...stanzas, record] : stanzas
  return { original, whole: await assemble(all, FILE_KEY, nonce, original, noble) }
}

/** The same every time. */
const samples: readonly Sealed[] = await Promise.all([
  makeSealed(100, [recipient], true),
  makeSealed(0, [recipient], true),
  makeSealed(65_536, [other, recipient], true),
  makeSealed(131_100, [recipient, other], true),
  makeSealed(65_537, [recipient], false),
])

const wrapped = (sealed: Bytes): Bytes => {
  const { head, tail } = wrapperOf(sealed.length, '20260101'.padEnd(32, 'a'))
  return join(latin1(head), sealed, latin1(tail))
}
const armored = (sealed: Bytes): string => armor.encode(sealed)

const LINES = [
  '-> scrypt c2FsdHNhbHRzYWx0c2FsdA 10\nZmlsZWtleWZpbGVrZXlmaWxla2V5ZmlsZWtleTEyMzQ1Ng\n',
  '-> X25519 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n',
  '-> X25519 7f///////////////////////////////////////38\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n',
  '-> grease\n\n',
  '-> \n\n',
  '->\n',
  '-> sealdrop.dev/record v1\n\n',
  '--- AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n',
  'age-encryption.org/v1\n',
  'age-encryption.org/v2\n',
]

/** Changes to the header by its stanzas, and to the payload by its chunks. */
const changeSealed = (whole: Bytes, chance: Chance): Bytes => {
  const text = textOf(whole)
  const end = (/^--- .{43}\n/m.exec(text)?.index ?? 0) + 48
  const [header, payload] = [text.slice(0, end), whole.subarray(end)]
  const parts = header.split(/^(?=-> |--- )/m)
  const at = chance.int(parts.length + 1)
  switch (chance.int(6)) {
    case 0:
      return join(latin1(changeList(parts, chance).join('')), payload)
    case 1:
      return join(
        latin1([...parts.slice(0, at), chance.pick(LINES), ...parts.slice(at)].join('')),
        payload,
      )
    case 2:
      return join(latin1(Buffer.from(changeText(header, chance)).toString('latin1')), payload)
    case 3: {
      const chunks: Bytes[] = []
      for (let from = 16; from < payload.length; from += 65_552)
        chunks.push(payload.slice(from, from + 65_552))
      return join(latin1(header), payload.subarray(0, 16), ...changeList(chunks, chance))
    }
    case 4:
      return join(latin1(header), changeBytes(payload, chance))
    default:
      return changeBytes(whole, chance)
  }
}

const changeArmor = (text: string, chance: Chance): string => {
  const lines = text.split('\n')
  switch (chance.int(4)) {
    case 0:
      return changeList(lines, chance).join('\n')
    case 1:
      return lines.join('\r\n')
    case 2:
      return ' \n'.repeat(chance.int(40)) + text + '\n'.repeat(chance.int(40))
    default:
      return changeText(text, chance)
  }
}

interface Delivered {
  readonly sealed: Bytes
  readonly original: Bytes
  readonly isWhole: boolean
  readonly openers: readonly string[]
}

export const open: Target<Delivered> = {
  name: 'open',
  make(chance) {
    const { whole, original } = chance.pick(samples)
    const isWhole = chance.isOneIn(30)
    const inner = isWhole || chance.isOneIn(4) ? whole : changeSealed(whole, chance)
    const way = chance.int(4)
    const openers = chance.isOneIn(20)
      ? [chance.pick([stranger, '', changeText(identity, chance), recipient])]
      : [stranger, identity].slice(chance.int(2))
    const base = { original, openers }
    if (isWhole) {
      const sealed = way === 0 ? wrapped(inner) : way === 1 ? latin1(armored(inner)) : inner
      return { ...base, isWhole: openers.includes(identity), sealed }
    }
    const around = way === 0 ? wrapped(inner) : inner
    if (way === 1 && inner.length < 20_000)
      return {
        ...base,
        isWhole: false,
        sealed: new Uint8Array(Buffer.from(changeArmor(armored(inner), chance))),
      }
    return {
      ...base,
      isWhole: false,
      sealed: way < 2 ? changeBytes(around, chance) : changeSealed(around, chance),
    }
  },
  async judge({ sealed, original, isWhole, openers }) {
    const outcome = await outcomeOf(() => openSealed(new Blob([sealed]), openers))
    expect(!isWhole || 'value' in outcome, 'A file that nobody changed is refused.')
    if ('error' in outcome) {
      for (const opener of openers)
        expect(
          opener.length < 12 || !outcome.error.message.includes(opener.slice(-12)),
          'The error repeats the identity.',
        )
      return
    }
    const { file, intact, record } = outcome.value
    const bytes = Buffer.from(await file.arrayBuffer())
    expect(bytes.equals(original), `Something else came out: ${bytes.length} bytes`)
    expect(intact === (record !== undefined), 'It is called intact without a record.')
  },
}
