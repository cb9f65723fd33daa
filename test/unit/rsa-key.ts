import { generateKeyPairSync } from 'node:crypto'

/** A fresh public key as DIDWW gives them: PEM around an SPKI. */
export const rsaKey = (): string =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).publicKey
