import { asRecord } from './answer.ts'

/** Of an answer with a good status. */
export interface AnswerText {
  readonly status: number
  /** `Content-Type`. */
  readonly type: string | null
  readonly text: string
}

/**
 * A page for people, as a login, a proxy or a network that wants to be paid answers with: the file never came to the server. One
 * that says 201 is from a server that made something (WebDAV does so).
 */
export const isPage = ({ status, type, text }: AnswerText): boolean => {
  if (status === 201) return false
  if (/^\s*<(!doctype\s+html|html)\b/i.test(text)) return true
  return /^(text\/html|application\/xhtml\+xml)\b/i.test(type ?? '') && /^\s*</.test(text)
}

/** JSON that did not come whole. `json`: what was made of it. */
export const isBrokenJson = ({ type, text }: AnswerText, json: unknown): boolean => {
  if (text.trim() === '' || json !== undefined) return false
  return /^\s*[[{]/.test(text) || /[/+]json\b/i.test(type ?? '')
}

/** JSON that says that it failed, as JSON-RPC and many an older API answer. */
export const saysFailed = (json: unknown): boolean => {
  const { error, ok, success } = asRecord(json)
  return Boolean(error) || ok === false || success === false
}
