import { json, type Reply } from '../server.ts'

export const ok = (status: number, data: unknown): Reply => json(status, { data, meta: {} })

export const empty = (status: number, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers,
})

/** `{errorCode, errorMessage}`, in the words of the vendor's own list of codes. */
export const refuse = (status: number, errorCode: number, errorMessage: string): Reply =>
  json(status, { errorCode, errorMessage })

export const missing = (what: string): Reply =>
  refuse(404, 2003, `The requested ${what} does not exist.`)
export const badValue = (what: string): Reply => refuse(400, 1004, `Invalid value: ${what}.`)
export const lacking = (what: string): Reply => refuse(400, 1002, `Missing parameter: ${what}.`)
export const ruleBroken = (why: string): Reply => refuse(409, 2001, why)
