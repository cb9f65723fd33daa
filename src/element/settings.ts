import type { Authorize, Transport } from '../core/contracts.ts'
import type { Seal } from '../seal/choice.ts'
import type { SessionOptions } from '../session/session.ts'
import type { WorkerUrl } from '../thread/thread.ts'

export type ValueFormat = 'reference' | 'ticket' | 'receipt'

/** The properties of the element that decide how files travel. */
export interface Settings {
  readonly transport: string | Transport | undefined
  readonly endpoint: string | undefined
  /** An object; a string is JSON that could not be read. */
  readonly options: Readonly<Record<string, unknown>> | string | undefined
  readonly seal: string | Seal | undefined
  readonly recipients: string | readonly string[] | undefined
  readonly pin: string | readonly string[] | undefined
  readonly accept: string
  readonly maxSize: string | number
  readonly maxFiles: number | undefined
  readonly multiple: boolean
  readonly upload: 'auto' | 'submit' | 'manual'
  readonly valueFormat: ValueFormat
  readonly fileName: 'opaque' | 'original'
  readonly workerUrl: WorkerUrl | undefined
  readonly parallel: number | undefined
  readonly origins: readonly string[] | undefined
  readonly retryPolicy: SessionOptions['retryPolicy']
  readonly authorize: Authorize | undefined
}

/** How many files may be there: one, unless the page says otherwise. */
export const maxFilesOf = ({
  maxFiles,
  multiple,
}: Pick<Settings, 'maxFiles' | 'multiple'>): number | undefined =>
  maxFiles ?? (multiple ? undefined : 1)

/** Whether files leave encrypted. With any `seal` but a written `none` they do, or they do not leave at all. */
export const isSealed = ({ seal }: Pick<Settings, 'seal'>): boolean =>
  !(typeof seal === 'string' ? /^\s*none\b/.test(seal) : seal?.scheme === 'none')

/** What the transport is called; '' where none is named. */
export const providerOf = ({ transport }: Pick<Settings, 'transport'>): string =>
  typeof transport === 'object' ? (transport?.name ?? '') : (transport ?? '')

/** Whom files will be sealed for, as far as the settings say: drawn at once, so that nothing jumps when more is known. */
export const expectedSeal = (
  settings: Pick<Settings, 'seal' | 'transport'>,
): { readonly provider: string; readonly sealedFor: undefined } | undefined => {
  const provider = providerOf(settings)
  return provider && isSealed(settings) ? { provider, sealedFor: undefined } : undefined
}
