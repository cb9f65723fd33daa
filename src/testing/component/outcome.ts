import type { Content, Delivery, Facts, Remark } from '../../core/contracts.ts'
import { type ErrorCode, SealDropError } from '../../core/errors.ts'
import { formats } from '../../intake/formats.ts'

/** A file that nobody has to read, and what is to come of it. What is left out is made up. */
export interface FakeFile {
  /** `document.pdf` */
  readonly name?: string
  /** Media type as its content would show it; by the end of its name where left out. */
  readonly type?: string
  /** Bytes (1,000). */
  readonly size?: number
  readonly remarks?: readonly Remark[]
  /** What the provider calls it (`fake-1`, `fake-2` …). */
  readonly reference?: string
  /** ISO 8601. */
  readonly expiresAt?: string
  /** What the provider says beside, such as a relay's `ticket`. */
  readonly facts?: Facts
}

/** Codes by which a file is refused before it is sent. */
export type RefusalCode =
  | 'empty'
  | 'too-large'
  | 'wrong-type'
  | 'damaged'
  | 'too-many'
  | 'duplicate'
  | 'unreadable'

/** Codes by which a file fails. Where the browser is `offline`, no file fails: it waits. */
export type FailureCode = Exclude<ErrorCode, RefusalCode | 'offline'>

/** What the check of a file finds, and how its delivery ends. */
export interface Outcome {
  readonly found: Content | SealDropError
  readonly delivered: Partial<Delivery>
  /** Why it is not delivered. */
  readonly failure: SealDropError | undefined
}

const fromNowhere = 'application/octet-stream'

const contentOf = (name: string, type: string, remarks: readonly Remark[] = []): Content => {
  const extension = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const format = formats.find(known =>
    type ? known.type === type : known.extensions.includes(extension),
  )
  return {
    format: format?.name ?? extension.toUpperCase(),
    type: type || (format?.type ?? fromNowhere),
    remarks,
  }
}

export const deliveryOf = (
  { name }: File,
  { type = '', remarks, reference, expiresAt, facts = {} }: FakeFile,
): Outcome => ({
  found: contentOf(name, type, remarks),
  delivered: {
    ...(reference !== undefined && { reference }),
    ...(expiresAt !== undefined && { expiresAt }),
    facts,
  },
  failure: undefined,
})

export const failureOf = (file: File, fake: FakeFile, code: FailureCode): Outcome => ({
  ...deliveryOf(file, fake),
  failure: new SealDropError(code, `A component test made it fail: ${code}.`),
})

/** What the element judges by itself is left to it: so the error says as much as a real one. */
export const refusalOf = (file: File, fake: FakeFile, code: RefusalCode): Outcome => {
  const outcome = deliveryOf(file, fake)
  const { found } = outcome
  if (found instanceof SealDropError || code === 'too-large' || code === 'empty') return outcome
  switch (code) {
    case 'wrong-type':
      return { ...outcome, found: { ...found, type: fromNowhere } }
    case 'damaged':
      return { ...outcome, found: { ...found, damage: 'a component test damaged it' } }
    default:
      return {
        ...outcome,
        found: new SealDropError(code, `A component test had it refused: ${code}.`, {
          details: code === 'duplicate' ? { name: file.name } : { maxFiles: 1 },
        }),
      }
  }
}
