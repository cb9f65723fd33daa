import { hex } from '../../../core/bytes.ts'
import type {
  BodyFile,
  Digests,
  KemShare,
  Plain,
  Scheme,
  SealSpec,
  WrapKey,
} from '../../../core/contracts.ts'
import { sizeWithout } from '../../../core/cuts.ts'
import { SealDropError } from '../../../core/errors.ts'
import { hkdf } from '../../../core/kdf.ts'
import { isTime } from '../../../core/record.ts'
import { VERSION } from '../../../core/version.ts'
import { type Body, bodyInMemory } from '../body.ts'
import { bodyInFile } from '../spool.ts'
import { type Backend, backend, noble } from './aead.ts'
import { formatHeader } from './header.ts'
import { sealPayload } from './payload.ts'
import { recordStanza } from './record.ts'
import type { Stanza } from './stanza.ts'
import { wrapX25519 } from './x25519.ts'

const FILE_KEY_BYTES = 16
const NONCE_BYTES = 16
/**
 * With the cipher in JavaScript, which blocks its thread, these bytes are read first and encrypted while the rest is read in one
 * piece. More and smaller reads would let it begin sooner, but WebCrypto cannot hash before all bytes are there (measured in
 * Firefox and WebKit). With the browser's own cipher, one read is the fastest.
 */
export const HEAD_BYTES: number = 4 * 1024 * 1024
/** The checks that every file has passed on the page before it is sealed. */
const CHECKS = ['size', 'type', 'structure']

/** What the page adds, which has the code to read recipients and to make shares. */
type AgeSpec = Extract<SealSpec, { scheme: 'age' }> & {
  /** One for each recipient. */
  readonly keys: readonly WrapKey[]
  /** The body goes into this file, where the browser has such files. */
  readonly file?: BodyFile
}

/** Wraps the file key as the one message of HPKE, whose key the page made. */
const wrapShared = async (
  fileKey: Uint8Array<ArrayBuffer>,
  { args, key, nonce }: KemShare,
  makeAead: Backend,
): Promise<Stanza> => {
  try {
    const aead = await makeAead(key)
    const body = await aead(nonce, fileKey)
    return { args, body }
  } finally {
    key.fill(0)
  }
}

const wrap = (
  fileKey: Uint8Array<ArrayBuffer>,
  key: WrapKey,
  makeAead: Backend,
): Promise<Stanza> =>
  key instanceof Uint8Array
    ? wrapX25519(fileKey, key, makeAead)
    : wrapShared(fileKey, key, makeAead)

/**
 * age v1 (C2SP age) for recipients of its native types, with the record as one more stanza. Other age clients ignore that
 * stanza and open the file to the original bytes. Throws `no-recipient` without a key, and
 * `bad-recipient` for one that nothing can be encrypted for. Every file gets a fresh file key, nonce and ephemeral key.
 */
export const ageScheme: Scheme<AgeSpec> = {
  name: 'age',
  async seal(plain, spec, job) {
    const { keys, file } = spec
    if (!keys.length) throw new SealDropError('no-recipient', 'Nobody could open the file.')
    const makeAead = await backend()
    const fileKey = crypto.getRandomValues(new Uint8Array(FILE_KEY_BYTES))
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
    const body = file ? await bodyInFile(file) : bodyInMemory()
    try {
      const wrapped = await Promise.all(keys.map(key => wrap(fileKey, key, makeAead)))
      const payloadKey = await hkdf(fileKey, nonce, 'payload')
      const sealing = makeAead(payloadKey).then(aead =>
        sealPayload(
          plain.blob,
          aead,
          body,
          job,
          makeAead === noble ? HEAD_BYTES : undefined,
          plain.reading,
          plain.cuts,
        ),
      )
      const sha256 = hex(await sealing.finally(() => payloadKey.fill(0)))
      const record = await recordStanza(recordOf(plain, sha256), fileKey, makeAead)
      // Made last, although it comes first in the file: the record holds the hash of what was encrypted.
      const header = await formatHeader([...wrapped, record], fileKey)
      return {
        body: await body.end([header, nonce]),
        facts: {},
        digests: digestsOf(sha256, body),
      }
    } catch (thrown) {
      await body.drop()
      throw thrown
    } finally {
      fileKey.fill(0)
    }
  },
}

const digestsOf = async (digest: string, body: Body): Promise<Digests> => {
  const found = await body.digest?.()
  return { digest, ...(found && { bodyDigest: hex(found) }) }
}

const recordOf = ({ blob, cuts, name, type, lastModified, remarks }: Plain, sha256: string) => ({
  v: 1 as const,
  name,
  type,
  size: sizeWithout(blob.size, cuts),
  sha256,
  // A page may give a File any number here. The reader would refuse a record with a number that is not a time.
  ...(isTime(lastModified) && { lastModified }),
  checks: CHECKS,
  remarks,
  sealedAt: new Date().toISOString(),
  by: `sealdrop/${VERSION}`,
})
