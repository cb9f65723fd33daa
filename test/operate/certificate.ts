import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

export interface Certificate {
  /** Paths of PEM files. */
  readonly key: string
  readonly cert: string
}

const run = promisify(execFile)

/** Makes a certificate that nobody trusts, for this machine, in a folder. `openssl`: as `oracle` names it. */
export const makeCertificate = async (openssl: string, folder: string): Promise<Certificate> => {
  const made = { key: join(folder, 'key.pem'), cert: join(folder, 'cert.pem') }
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
  const files = ['-keyout', made.key, '-out', made.cert]
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']
  await run(openssl, ['req', '-x509', ...kind, ...files, '-days', '2', ...names])
  return made
}

export const readCertificate = async ({
  key,
  cert,
}: Certificate): Promise<{ readonly key: Buffer; readonly cert: Buffer }> => ({
  key: await readFile(key),
  cert: await readFile(cert),
})
