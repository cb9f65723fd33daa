import { environmentError } from '../core/environment.ts'
import type { SealDropError } from '../core/errors.ts'

/** What the element needs beside a session's needs. */
const needs = (): Readonly<Record<string, boolean>> => ({
  ElementInternals:
    typeof ElementInternals === 'function' && 'setFormValue' in ElementInternals.prototype,
  adoptedStyleSheets: 'adoptedStyleSheets' in Document.prototype,
})

/** What keeps the element from working here, before anything is chosen: `insecure-context`, or `unsupported`. */
export const elementEnvironmentError = (): SealDropError | undefined => environmentError(needs())
