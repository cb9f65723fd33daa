import type { ShelfLocks } from './place.ts'

/** Shared by all that are at work on an entry. */
const ALL = 'sealdrop'
const nameOf = (id: string): string => `sealdrop:${id}`

const held = async (): Promise<readonly string[]> =>
  ((await navigator.locks.query()).held ?? []).map(({ name = '' }) => name)

/** Web Locks: held as long as the page lives, and by whichever tab was first. */
export const browserLocks: ShelfLocks = {
  acquire: id =>
    new Promise((resolve, reject) => {
      const granted = (lock: Lock | null): Promise<void> | undefined => {
        if (lock) return new Promise(release => resolve(release))
        resolve(undefined)
      }
      const acquireOwn = () => navigator.locks.request(nameOf(id), { ifAvailable: true }, granted)
      navigator.locks.request(ALL, { mode: 'shared' }, acquireOwn).catch(reject)
    }),
  async isFree(id) {
    return (await held()).every(name => name !== nameOf(id))
  },
  async whileAllFree(work) {
    await navigator.locks.request(ALL, { ifAvailable: true }, lock => (lock ? work() : undefined))
  },
}
