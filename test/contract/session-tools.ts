import { afterEach } from 'vitest'
import type { FileState, Receipt, SessionFile } from '../../src/core/contracts.ts'
import { type DidwwOptions, didww } from '../../src/providers/didww/transport.ts'
import { createSession, type Session, type SessionOptions } from '../../src/session/session.ts'
import { clearShelf } from '../../src/session/shelf/clear.ts'
import type { startSandbox } from '../contract-tools.ts'

export type Sandbox = Awaited<ReturnType<typeof startSandbox<'didww'>>>

/** A session on a sandbox, with a log of the phases each file went through. */
export interface Stage {
  readonly session: Session
  /** Phases in order, without repetitions: `waiting > checking > …` by the file's name. */
  phases(name: string): string
  /** Resolves with the file as soon as it is in that phase. */
  reaches(name: string, phase: FileState['phase']): Promise<SessionFile>
}

/** So short that a test waits for nothing, yet real waits. */
const quick = { delayMs: 10, maxDelayMs: 20 }

export const openStage = (
  sandbox: Pick<Sandbox, 'endpoint' | 'apiKey'>,
  options: Partial<SessionOptions> = {},
  transport: Partial<DidwwOptions> = {},
): Stage => {
  const session = createSession({
    transport: didww({ endpoint: sandbox.endpoint, ...transport }),
    authorize: () => ({ 'Api-Key': sandbox.apiKey }),
    retryPolicy: quick,
    ...options,
  })
  const log = new Map<string, string[]>()
  const waiting = new Set<(file: SessionFile) => void>()
  session.subscribe(file => {
    const phases = log.get(file.name) ?? []
    log.set(file.name, phases)
    if (phases.at(-1) !== file.state.phase) phases.push(file.state.phase)
    for (const look of waiting) look(file)
  })
  return {
    session,
    phases: name => (log.get(name) ?? []).join(' > '),
    reaches: (name, phase) =>
      new Promise(resolve => {
        const look = (file: SessionFile): void => {
          if (file.name !== name || file.state.phase !== phase) return
          waiting.delete(look)
          resolve(file)
        }
        waiting.add(look)
        session.files.forEach(look)
      }),
  }
}

/** `openStage`, but what it opens is closed after each test of the file that calls this. */
export const stagesForEachTest = (): typeof openStage => {
  const stages: Stage[] = []
  afterEach(async () => {
    const opened = stages.splice(0)
    for (const { session } of opened) session.close()
    // What one test left unfinished must not be offered to the next.
    if (opened.length > 0) await clearShelf()
  })
  return (...given) => {
    const stage = openStage(...given)
    stages.push(stage)
    return stage
  }
}

/** How many uploads the sandbox has heard of. */
export const countUploads = async (sandbox: Pick<Sandbox, 'requests'>): Promise<number> =>
  (await sandbox.requests()).filter(({ method }) => method === 'POST').length

/** The smallest whole PDF that intake accepts, filled up to so many bytes with the same random bytes in every run. */
export const pdfOf = (size: number, name = 'document.pdf', seed = 1): File => {
  const head = '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n2 0 obj\n<< /Length 0 >>\nstream\n'
  const foot = (at: number): string =>
    `\nendstream\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`
  const tail = '\nendstream\nendobj\n'.length
  let fill = size - head.length - foot(size).length
  while (head.length + fill + foot(head.length + fill + tail).length < size) fill++
  if (fill < 0) throw new Error(`No PDF has ${size} bytes.`)
  let state = seed
  const noise = Uint8Array.from({ length: fill }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >>> 24
  })
  return new File([head, noise, foot(head.length + fill + tail)], name, { type: 'application/pdf' })
}

export const errorOf = ({ state }: SessionFile): { code?: string; details?: object } =>
  'error' in state ? state.error : {}

export const sha256 = async (blob: Blob): Promise<string> => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()))
  return [...digest].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

/** That the sandbox holds exactly this file, opened by both its keys to the same bytes. */
export const isDelivered = async (
  sandbox: Sandbox,
  receipt: Receipt | undefined,
  file: File,
): Promise<boolean> => {
  const expected = await sha256(file)
  const stored = (await sandbox.received()).find(({ id }) => id === receipt?.reference)
  const opened = [stored?.openedWithA, stored?.openedWithB]
  return (
    receipt?.sha256 === expected &&
    receipt.sealed.sha256 === stored?.sha256 &&
    receipt.sealed.size === stored.size &&
    opened.every(one => one !== undefined && 'sha256' in one && one.sha256 === expected)
  )
}
