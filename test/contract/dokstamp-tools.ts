import type { Authorize, CallJob, Parcel, SealSpec, SendJob } from '../../src/core/contracts.ts'
import { createDigestCache } from '../../src/digest/digest.ts'
import {
  type DokstampOptions,
  type DokstampTransport,
  dokstamp,
} from '../../src/providers/dokstamp/transport.ts'
import { age, type Seal } from '../../src/seal/choice.ts'
import { none } from '../../src/seal/named.ts'
import { sealFile } from '../../src/seal/seal.ts'
import { callJob } from '../../src/session/resolved-options.ts'
import type { SessionOptions } from '../../src/session/session.ts'
import type { Thread } from '../../src/thread/thread.ts'
import type { startSandbox } from '../contract-tools.ts'
import { openStage, type Stage, sha256 } from './session-tools.ts'

export type Dokstamp = Awaited<ReturnType<typeof startSandbox<'dokstamp'>>>

export const STAMPED: Seal = none('DokStamp must read the PDF to stamp it')
export const sealedFor = ({ recipient }: Dokstamp): Seal => age(recipient, { wrap: 'pdf' })

export const transportOf = (
  sandbox: Dokstamp,
  options: Partial<DokstampOptions> = {},
): DokstampTransport => dokstamp({ endpoint: sandbox.endpoint, tenant: sandbox.tenant, ...options })

export const bearer =
  (token: string): Authorize =>
  () => ({ Authorization: `Bearer ${token}` })

/** A session on DokStamp's sandbox, sealed as age+pdf unless the options say otherwise. */
export const openDokstamp = (
  sandbox: Dokstamp,
  options: Partial<SessionOptions> = {},
  transport: Partial<DokstampOptions> = {},
): Stage =>
  openStage(
    { endpoint: sandbox.endpoint, apiKey: '' },
    {
      transport: transportOf(sandbox, transport),
      authorize: bearer(sandbox.token),
      seal: sealedFor(sandbox),
      ...options,
    },
  )

/** How many requests carried files. */
export const uploads = async (sandbox: Dokstamp): Promise<number> =>
  (await sandbox.requests()).filter(({ kind }) => kind === 'upload').length

/** That the key, or nobody's, opens this reference to exactly this file. */
export const isOpened = async (
  sandbox: Dokstamp,
  reference: string | undefined,
  file: Blob,
): Promise<boolean> =>
  (await sha256(new Blob([new Uint8Array(await sandbox.plaintext(reference ?? ''))]))) ===
  (await sha256(file))

/** A parcel of this file, outside of a session. */
export const parcelOf = async (thread: Thread, file: File, spec: SealSpec): Promise<Parcel> => {
  const plain = { blob: file, name: file.name, type: 'application/pdf', remarks: [] }
  const job = { signal: new AbortController().signal, progress: () => {} }
  return (await sealFile(thread, crypto.randomUUID(), plain, spec, 'opaque', job)).parcel
}

/** A call as a session makes it. */
export const jobOn = (
  sandbox: Dokstamp,
  transport: DokstampTransport,
  thread: Thread,
): CallJob & SendJob => ({
  ...callJob(
    { transport, authorize: bearer(sandbox.token), digests: createDigestCache(thread) },
    1,
    new AbortController().signal,
  ),
  uncertain: false,
  keep: async () => {},
})
