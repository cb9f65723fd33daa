import { recipientFingerprint, recipientOf } from '../open/index.ts'

/** One that opens files, and what may be shown of it. */
export interface Identity {
  /** `AGE-SECRET-KEY-1…`: kept in memory, drawn only on request. */
  readonly secret: string
  readonly recipient: string
  readonly fingerprint: string
}

const MARK = 'AGE-SECRET-KEY-'

/** Whether a text holds, or begins to hold, the secret half of a pair. */
export const looksSecret = (text: string): boolean => text.toUpperCase().includes(MARK)

/** Throws where it is none. The cause stays away: its words could repeat the secret. */
const readIdentity = async (secret: string): Promise<Identity> => {
  const recipient = await recipientOf(secret).catch(() => {
    throw new TypeError('not an identity')
  })
  return { secret, recipient, fingerprint: await recipientFingerprint(recipient) }
}

/** A comment may speak of identities: `# keep secret, it starts with AGE-SECRET-KEY-`. One line may be all that a paste left. */
const withoutComments = (text: string): string => {
  const lines = text.trim().split(/[\r\n]+/)
  return lines.length === 1 ? text : lines.filter(line => !line.startsWith('#')).join('\n')
}

/**
 * The identities in a file as age-keygen writes it, or in pasted text that lost its line ends. Empty where there are none;
 * throws where one is broken.
 */
export const readIdentities = (text: string): Promise<readonly Identity[]> => {
  const words = withoutComments(text)
    .split(/[\s#]+|(?=AGE-SECRET-KEY-)/i)
    .filter(looksSecret)
  return Promise.all([...new Set(words)].map(readIdentity))
}

export const identityOf: (secret: string) => Promise<Identity> = readIdentity

/** What age-keygen writes, so that `age -d -i` reads it too. */
export const identityFile = ({ secret, recipient }: Identity, created: Date): string =>
  `# created: ${created.toISOString().replace(/\.\d+Z$/, 'Z')}\n# public key: ${recipient}\n${secret}\n`
