import DidwwEncrypt from '@didww/encrypt'
import { didww } from '../../../src/index.ts'
import type { Server } from '../sandbox.ts'
import type { Contestant } from './contestants.ts'
import { post } from './post.ts'
import { sessionContestant } from './session.ts'

const send = (server: Server, fingerprint: string, body: Blob): Promise<void> => {
  const form = new FormData()
  form.set('encrypted_files[encryption_fingerprint]', fingerprint)
  form.set('encrypted_files[file]', body, 'file.enc')
  const headers = {
    ...server.headers,
    Accept: 'application/vnd.api+json',
    'X-DIDWW-API-Version': '2026-04-16',
  }
  return post(`${server.endpoint}/encrypted_files`, headers, form)
}

const encryptorFor = ({ endpoint }: Server): DidwwEncrypt =>
  new DidwwEncrypt({ url: `${endpoint}/public_keys` })

export const sealdrop = ({ endpoint, headers }: Server): Contestant =>
  sessionContestant({ transport: didww({ endpoint, authorize: () => headers }) })

/** What a site writes with DIDWW's own library: no check, no hash. */
export const peer = (server: Server): Contestant => {
  const encryptor = encryptorFor(server)
  const one = async (file: File): Promise<void> => {
    const encrypted = await encryptor.encryptFile(file)
    await send(server, await encryptor.getFingerprint(), encrypted.toFile('file.enc'))
  }
  return async files => {
    await Promise.all(files.map(one))
    return {}
  }
}

/** The sandbox takes the file for ciphertext. */
export const bare = (server: Server): Contestant => {
  const encryptor = encryptorFor(server)
  return async files => {
    const fingerprint = await encryptor.getFingerprint()
    await Promise.all(files.map(file => send(server, fingerprint, file)))
    return {}
  }
}
