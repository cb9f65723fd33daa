import { chance } from './chance.ts'

export * from 'node:crypto'

/** In place of the real ones, for the sandboxes. */
export const randomUUID: typeof chance.uuid = chance.uuid
export const randomBytes = (size: number): Buffer => Buffer.from(chance.fill(new Uint8Array(size)))
export const randomInt = (min: number, max: number): number =>
  min + ((chance.fill(new Uint32Array(1))[0] ?? 0) % (max - min))
