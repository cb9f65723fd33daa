import { randomBytes, randomUUID } from 'node:crypto'
import { json, type Reply } from '../server.ts'
import { dateOf, invalid, notFound } from './answers.ts'

/** What became of a try to fetch a download's bytes. */
export type Fetched = 'done' | 'used' | 'expired' | 'unknown' | 'no key'

export interface PrivasferKeys {
  /** `POST /downloads` */
  createDownload(files: readonly { readonly id: unknown }[]): Reply
  /** `POST /keys` */
  createKey(pin: unknown, status: 422 | 400): Reply
  /** `DELETE /keys/{key}` */
  removeKey(key: string): Reply
  /** How bytes are fetched is not documented: this is what must come of it. */
  fetchDownload(id: string, key: string): Fetched
  clear(): void
}

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

/** Downloads for one use and one minute, and the keys for them, for one hour. */
export const createKeys = (pin: string, now: () => number): PrivasferKeys => {
  const keys = new Map<string, number>()
  const downloads = new Map<string, { readonly until: number; isUsed: boolean }>()
  return {
    createDownload(files) {
      const id = randomUUID()
      downloads.set(id, { until: now() + MINUTE_MS, isUsed: false })
      return json(201, { data: { id, files, created_at: dateOf(now()) } })
    },
    createKey(given, status) {
      if (given !== pin) return invalid(status, { pin: ['Invalid PIN.'] })
      const key = randomBytes(16).toString('hex')
      keys.set(key, now() + HOUR_MS)
      return json(201, { data: { key, expires_at: dateOf(now() + HOUR_MS) } })
    },
    removeKey: key => (keys.delete(key) ? { status: 204 } : notFound()),
    fetchDownload(id, key) {
      if ((keys.get(key) ?? 0) <= now()) return 'no key'
      const download = downloads.get(id)
      if (!download) return 'unknown'
      if (download.isUsed) return 'used'
      if (download.until <= now()) return 'expired'
      download.isUsed = true
      return 'done'
    },
    clear() {
      keys.clear()
      downloads.clear()
    },
  }
}
