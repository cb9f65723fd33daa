import { recipientFingerprint, recipientOf } from '../open/index.ts'
import { keyFileText } from '../open/key-file.ts'

/** An identity that opens files, and the public things about it. */
export interface Identity {
  /** `AGE-SECRET-KEY-1…`: kept in memory, shown only on request. */
  readonly secret: string
  readonly recipient: string
  readonly fingerprint: string
}

const MARK = 'AGE-SECRET-KEY-'

/** Whether a text contains a secret key, be it cut off, or typed in groups of letters as a sheet has it. */
export const looksSecret = (text: string): boolean =>
  text.replaceAll(/\s+/g, '').toUpperCase().includes(MARK)

/** A whole text that is one identity, if its spaces are left out. */
const typedFrom = (text: string): string | undefined =>
  /^AGE-SECRET-KEY-(PQ-)?1[A-Z0-9]+$/.exec(text.replaceAll(/\s+/g, '').toUpperCase())?.[0]

/** Throws where it is not an identity, without a `cause`, whose message could repeat the secret. */
const readIdentity = async (secret: string): Promise<Identity> => {
  const recipient = await recipientOf(secret).catch(() => {
    throw new TypeError('not an identity')
  })
  return { secret, recipient, fingerprint: await recipientFingerprint(recipient) }
}

/**
 * Drops comments, which may mention an identity: `# keep secret, it starts with AGE-SECRET-KEY-`. A text of one line is kept
 * whole: pasting may have joined a comment and the identity.
 */
const withoutComments = (text: string): string => {
  const lines = text.trim().split(/[\r\n]+/)
  return lines.length === 1 ? text : lines.filter(line => !line.startsWith('#')).join('\n')
}

/**
 * The identities in a file that age-keygen wrote, or in pasted text without its line ends. Empty where there are none; throws
 * where one is broken.
 */
export const readIdentities = (text: string): Promise<readonly Identity[]> => {
  const typed = typedFrom(text)
  const words = typed
    ? [typed]
    : withoutComments(text)
        .split(/[\s#]+|(?=AGE-SECRET-KEY-)/i)
        .filter(looksSecret)
  return Promise.all([...new Set(words)].map(readIdentity))
}

export const identityOf: (secret: string) => Promise<Identity> = readIdentity

/** An identity file like age-keygen's, so that `age -d -i` can read it too. */
export const identityFile = ({ secret, recipient }: Identity, created: Date): string =>
  keyFileText(secret, recipient, created)
