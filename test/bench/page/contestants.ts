import DidwwEncrypt from '@didww/encrypt'
// The build puts the packaged library in its place.
import { createSession, didww } from '../../../src/index.ts'

export interface Server {
  readonly endpoint: string
  readonly apiKey: string
}

/** Milliseconds spent in each phase of one file. */
export type Phases = Readonly<Record<string, number>>

/** Takes files from choice to the provider's answers. Ready-made things (worker, keys) are kept between calls. */
export type Contestant = (files: readonly File[]) => Promise<Phases>

const post = async (
  { endpoint, apiKey }: Server,
  fingerprint: string,
  body: Blob,
): Promise<void> => {
  const form = new FormData()
  form.set('encrypted_files[encryption_fingerprint]', fingerprint)
  form.set('encrypted_files[file]', body, 'file.enc')
  const answer = await fetch(`${endpoint}/encrypted_files`, {
    method: 'POST',
    headers: {
      Accept: 'application/vnd.api+json',
      'Api-Key': apiKey,
      'X-DIDWW-API-Version': '2026-04-16',
    },
    body: form,
  })
  if (answer.status !== 201) throw new Error(`The sandbox said ${answer.status}.`)
  await answer.json()
}

/** Checks, hash, seal, upload, receipt. */
const sealdrop = ({ endpoint, apiKey }: Server): Contestant => {
  const session = createSession({
    transport: didww({ endpoint, authorize: () => ({ 'Api-Key': apiKey }) }),
  })
  return async files => {
    const phases: Record<string, number> = {}
    let last = performance.now()
    let phase = 'waiting'
    const stop = session.subscribe(({ id, state }) => {
      if (id !== session.files[0]?.id || state.phase === phase) return
      const now = performance.now()
      phases[phase] = (phases[phase] ?? 0) + now - last
      last = now
      phase = state.phase
    })
    session.add(files)
    const receipts = await session.finish()
    const refused = session.files.find(({ state }) => state.phase === 'refused')
    if (refused) throw new Error(`Refused: ${JSON.stringify(refused)}`)
    if (receipts.length !== files.length) throw new Error(`${receipts.length} receipts.`)
    stop()
    session.clear()
    return phases
  }
}

/** What a site writes with DIDWW's own library: no check, no hash. */
const peer = (server: Server): Contestant => {
  const encryptor = new DidwwEncrypt({ url: `${server.endpoint}/public_keys` })
  const one = async (file: File): Promise<void> => {
    const encrypted = await encryptor.encryptFile(file)
    await post(server, await encryptor.getFingerprint(), encrypted.toFile('file.enc'))
  }
  return async files => {
    await Promise.all(files.map(one))
    return {}
  }
}

/** The floor: the same request with the file as it is, which the sandbox takes for ciphertext. */
const bare = (server: Server): Contestant => {
  const encryptor = new DidwwEncrypt({ url: `${server.endpoint}/public_keys` })
  return async files => {
    const fingerprint = await encryptor.getFingerprint()
    await Promise.all(files.map(file => post(server, fingerprint, file)))
    return {}
  }
}

export type Name = 'sealdrop' | 'peer' | 'bare'

export const contestants: Readonly<Record<Name, (server: Server) => Contestant>> = {
  sealdrop,
  peer,
  bare,
}
