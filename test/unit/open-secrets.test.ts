import { Encrypter } from 'age-encryption'
import { describe, expect, it } from 'vitest'
import { generateIdentity, open, recipientOf } from '../../src/open/index.ts'
import { identity, PDF, sealed, stranger } from './open-tools.ts'

const hybrid = await generateIdentity({ postQuantum: true })

/** All that a log, a console or an error reporter could take from it. */
const textsOf = (thrown: unknown): string => {
  if (!(thrown instanceof Error)) return String(thrown)
  const own = Object.getOwnPropertyNames(thrown).map(key => Reflect.get(thrown, key))
  return [String(thrown), ...own.map(textsOf)].join('\n')
}

/** That no eight letters of the secret half of a pair are in what was thrown. */
const expectNothingOf = (secret: string, thrown: unknown): void => {
  const texts = textsOf(thrown).toUpperCase()
  const letters = secret.toUpperCase().replaceAll(/\s|A?GE-SECRET-KEY-(PQ-)?1?/g, '')
  for (let at = 0; at + 8 <= letters.length; at++)
    expect(texts).not.toContain(letters.slice(at, at + 8))
}

const thrownBy = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => expect.unreachable(),
    thrown => thrown,
  )

/** Typed wrongly, or not copied whole. */
const broken = [identity, hybrid].flatMap(secret => {
  const swapped = secret.at(-1) === 'Q' ? 'P' : 'Q'
  return [
    secret.slice(0, -1) + swapped,
    secret.slice(0, -1),
    `${secret}Q`,
    `${secret.slice(0, 40)}b${secret.slice(41)}`,
    secret.toLowerCase(),
    secret.slice(1),
    secret.replace('1', ''),
    `${secret} ${secret}`,
    `# public key: age1\n${secret}Q`,
  ]
})

describe('a secret', () => {
  it.each(broken.map((secret, at) => [at, secret] as const))(
    'that is no identity is not repeated in an error (%i)',
    async (_, secret) => {
      const file = new Blob([await sealed(PDF)])
      for (const trying of [
        () => recipientOf(secret),
        () => open(file, secret),
        () => open(file, [stranger, secret]),
      ]) {
        const thrown = await thrownBy(trying())
        expect(thrown).toMatchObject({
          name: 'SealDropError',
          code: 'no-identity',
          message: expect.stringMatching(
            /^(That is not an identity of age|The file is not for any)/,
          ),
        })
        expectNothingOf(secret, thrown)
      }
    },
  )

  it('that opens nothing is not repeated either: an identity or a passphrase', async () => {
    const file = new Blob([await sealed(PDF)])
    const cut = file.slice(0, -1)
    for (const trying of [() => open(file, stranger), () => open(cut, identity)]) {
      const thrown = await thrownBy(trying())
      expectNothingOf(identity, thrown)
      expectNothingOf(stranger, thrown)
    }
    const encrypter = new Encrypter()
    encrypter.setPassphrase('correct horse battery')
    encrypter.setScryptWorkFactor(4)
    const locked = new Blob([new Uint8Array(await encrypter.encrypt(PDF))])
    const passphrase = 'wrong horse battery'
    expectNothingOf(passphrase, await thrownBy(open(locked, { passphrase })))
  })
})
