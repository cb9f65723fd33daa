import type { PrfPair } from '../open/passkey.ts'
import type { PasskeyIdentity } from '../open/passkey-identity.ts'

/** Why a passkey did not do what was asked of it. */
export type PasskeyTrouble = 'cancelled' | 'prf' | 'elsewhere'

export class PasskeyError extends Error {
  readonly trouble: PasskeyTrouble
  /** The domain that the passkey was made at, where that is why. Whoever wrote the file may have invented it. */
  readonly site: string
  constructor(trouble: PasskeyTrouble, site = '', options?: ErrorOptions) {
    super(trouble, options)
    this.trouble = trouble
    this.site = site
  }
}

/** Why there are no passkeys here: the page is a file, its address has no name or no https, or the browser has none. */
export type NoPasskey = 'file' | 'address' | 'browser'

/** URLs spell every IPv4 address with four numbers, and IPv6 ones in brackets. A passkey belongs to a domain. */
const isAddress = (hostname: string): boolean => /^(\[|[\d.]+$)/.test(hostname)

export const noPasskeyAt = (
  { protocol, hostname }: Pick<Location, 'protocol' | 'hostname'>,
  { isSecureContext, hasPasskeys }: { isSecureContext: boolean; hasPasskeys: boolean },
): NoPasskey | undefined => {
  if (protocol === 'file:' || hostname === '') return 'file'
  if (!isSecureContext || isAddress(hostname)) return 'address'
  return hasPasskeys ? undefined : 'browser'
}

/** Why there are none on this page, as far as it can be known without asking. */
export const noPasskeyHere = (): NoPasskey | undefined =>
  noPasskeyAt(location, { isSecureContext, hasPasskeys: typeof PublicKeyCredential === 'function' })

/** Whether the browser says that its passkeys cannot seal. One that says nothing may. */
export const lacksPrf = async (): Promise<boolean> => {
  const abilities = await PublicKeyCredential.getClientCapabilities?.().catch(() => undefined)
  return abilities?.['extension:prf'] === false
}

/** The extension of WebAuthn that seals (Level 3, 10.1.4). */
type PrfInputs = AuthenticationExtensionsPRFInputs

/** Its public key is never used: any algorithm does. */
const ALGORITHMS = [-8, -7, -257] // Ed25519; ECDSA with P-256; RSA PKCS #1 v1.5

const errorFor = (thrown: unknown, site: string): PasskeyError => {
  const isForeign = thrown instanceof DOMException && thrown.name === 'SecurityError'
  // A browser does not tell a page whether it was cancelled, took too long, or there is no such passkey.
  return new PasskeyError(isForeign ? 'elsewhere' : 'cancelled', site, { cause: thrown })
}

const publicKeyOf = (credential: Credential | null): PublicKeyCredential => {
  if (credential instanceof PublicKeyCredential) return credential
  throw new PasskeyError('cancelled')
}

/** A copy; some password managers answer with a plain array of numbers (FiloSottile/typage#50). */
const bytesOf = (value: unknown): Uint8Array<ArrayBuffer> => {
  if (value instanceof ArrayBuffer) return new Uint8Array(value)
  if (ArrayBuffer.isView(value))
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice()
  return Array.isArray(value) ? Uint8Array.from(value) : new Uint8Array(0)
}

/** WebAuthn's outputs have 32 bytes each. */
const OUTPUT_BYTES = 32

const prfOf = (credential: PublicKeyCredential): PrfPair | undefined => {
  const { results } = credential.getClientExtensionResults().prf ?? {}
  const [first, second] = [bytesOf(results?.first), bytesOf(results?.second)]
  return first.length === OUTPUT_BYTES && second.length === OUTPUT_BYTES
    ? { first, second }
    : undefined
}

/** Lets who keeps it take it off the list: a passkey that cannot seal is of no use. Not every browser can. */
const giveBack = async ({ id }: PublicKeyCredential, rpId: string): Promise<void> => {
  await PublicKeyCredential.signalUnknownCredential?.({ rpId, credentialId: id }).catch(() => {})
}

/** A new passkey, and what it answers, where it answers at once: many do so only when they are used. */
export interface NewPasskey {
  readonly passkey: PasskeyIdentity
  readonly prf: PrfPair | undefined
}

/** Asks the person to make a passkey. `name` is what it is called in the lists of browsers and devices. */
export const makePasskey = async (name: string, inputs: PrfInputs['eval']): Promise<NewPasskey> => {
  const rpId = location.hostname
  const publicKey: PublicKeyCredentialCreationOptions = {
    rp: { id: rpId, name: 'SealDrop' },
    // A random one: by the same a passkey of before would be replaced.
    user: { id: crypto.getRandomValues(new Uint8Array(16)), name, displayName: name },
    challenge: crypto.getRandomValues(new Uint8Array(16)),
    pubKeyCredParams: ALGORITHMS.map(alg => ({ type: 'public-key', alg })),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
    extensions: { prf: inputs ? { eval: inputs } : {} },
  }
  const credential = publicKeyOf(
    await navigator.credentials.create({ publicKey }).catch(thrown => {
      throw errorFor(thrown, rpId)
    }),
  )
  const prf = prfOf(credential)
  if (!prf && credential.getClientExtensionResults().prf?.enabled !== true) {
    await giveBack(credential, rpId)
    throw new PasskeyError('prf')
  }
  const { response } = credential
  const transports =
    response instanceof AuthenticatorAttestationResponse ? response.getTransports() : []
  return { passkey: { credentialId: bytesOf(credential.rawId), rpId, transports }, prf }
}

/** Asks the person to use a passkey: this one, or whichever they choose. */
export const usePasskey = async (
  inputs: PrfPair,
  passkey: PasskeyIdentity | undefined,
): Promise<PrfPair> => {
  const rpId = passkey?.rpId ?? location.hostname
  const publicKey: PublicKeyCredentialRequestOptions = {
    rpId,
    challenge: crypto.getRandomValues(new Uint8Array(16)),
    userVerification: 'required',
    extensions: { prf: { eval: inputs } },
    allowCredentials: passkey
      ? [
          {
            type: 'public-key',
            id: passkey.credentialId,
            transports: passkey.transports as AuthenticatorTransport[],
          },
        ]
      : [],
  }
  const credential = publicKeyOf(
    await navigator.credentials.get({ publicKey }).catch(thrown => {
      throw errorFor(thrown, rpId)
    }),
  )
  const prf = prfOf(credential)
  if (!prf) throw new PasskeyError('prf')
  return prf
}
