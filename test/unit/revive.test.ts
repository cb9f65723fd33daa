import { expect, it } from 'vitest'
import { revive } from '../../src/seal/revive.ts'
import { parcelOf } from './shelf-tools.ts'

const parcel = parcelOf(1000)
const { body, ...facts } = parcel

it('makes the same parcel again, frozen', async () => {
  const revived = await revive(facts, body)
  expect(revived).toEqual(parcel)
  expect(Object.isFrozen(revived) && Object.isFrozen(revived.recipients)).toBe(true)
})

it.each([
  ['what was not sealed', { ...facts, scheme: 'none' }, body],
  ['a scheme that is not known', { ...facts, scheme: 'rot13' }, body],
  ['a body that is too short', facts, body.slice(0, 999)],
  ['a body that is too long', facts, new Blob([body, 'x'])],
  ['nothing', { ...facts, size: 0 }, new Blob([])],
  ['a document instead of the sealed bytes', facts, new Blob(['%PDF-1.4'.padEnd(1000)])],
  [
    'a document said to be sealed for DIDWW',
    { ...facts, scheme: 'didww' },
    new Blob(['%PDF-1.4'.padEnd(1000)]),
  ],
  ['a sealed file said to be in a PDF', { ...facts, wrap: 'pdf' }, body],
] as const)('refuses %s', async (_what, given, bytes) => {
  await expect(revive(given as typeof facts, bytes)).rejects.toMatchObject({ code: 'seal-failed' })
})
