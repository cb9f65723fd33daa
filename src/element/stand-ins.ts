import type { Session, SessionOptions } from '../session/session.ts'

/** What stands in for the parts of a browser that a test runner lacks. */
export interface StandIns {
  createSession(options: SessionOptions): Session
  /** Where there are no ElementInternals. */
  setFormValue(data: FormData | null, state: string | null): void
}

let lender: ((element: object) => StandIns | undefined) | undefined

/** What `element` works with in a component test; undefined in every page. */
export const standInsOf = (element: object): StandIns | undefined => lender?.(element)

/** For `sealdrop/testing/component` alone. A build without that drops this, and what depends on it. */
export const lendStandIns = (lend: (element: object) => StandIns | undefined): void => {
  lender = lend
}
