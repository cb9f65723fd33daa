import { expect, test } from 'playwright/test'
import type { FileState, SessionFile } from '../../src/core/contracts.ts'
import { type ErrorCode, SealDropError } from '../../src/core/errors.ts'
import { enFiles } from '../../src/element/strings/en-files.ts'
import {
  createFileWords,
  type StatusContext,
  shareOf,
  statusOf,
} from '../../src/element/uploads/file-words.ts'
import { createWords } from '../../src/element/words.ts'

const words = createFileWords(createWords('en-GB'), enFiles)

test('sizes have two or three digits, and a limit is never rounded up', () => {
  const table: readonly (readonly [number, string, string])[] = [
    [0, '0 bytes', '0 bytes'],
    [1, '1 byte', '1 byte'],
    [999, '999 bytes', '999 bytes'],
    [1000, '1 kB', '1 kB'],
    [832_600, '833 kB', '832 kB'],
    [999_499, '999 kB', '999 kB'],
    [999_500, '1 MB', '0.9 MB'],
    [2_149_999, '2.1 MB', '2.1 MB'],
    [20_970_495, '21 MB', '20.9 MB'],
    [99_990_000, '100 MB', '99.9 MB'],
    [1_500_000_000, '1.5 GB', '1.5 GB'],
  ]
  for (const [bytes, rounded, floored] of table)
    expect([words.size(bytes), words.size(bytes, 'floor')], `${bytes}`).toEqual([rounded, floored])
})

test('a moment is named as a person would', () => {
  const now = new Date(2026, 10, 21, 23, 30).getTime()
  const at = (day: number, hour: number): string =>
    words.when(new Date(2026, 10, day, hour, 5).toISOString(), now)
  expect([at(21, 23), at(22, 14), at(25, 14)]).toEqual([
    'today, 23:05',
    'tomorrow, 14:05',
    '25 Nov, 14:05',
  ])
})

test('words in another language do not get its numbers', () => {
  const german = createFileWords(createWords('de'), enFiles)
  expect(german.size(2_100_000)).toBe('2.1 MB')
  expect(german.lang).toBe('en-GB')
})

const errorText = (code: ErrorCode, details?: Readonly<Record<string, string | number>>): string =>
  words.error(new SealDropError(code, 'for developers', details && { details }))

test('every refusal says what to do', () => {
  expect(errorText('too-large', { size: 30_000_000, maxBytes: 20_970_495 })).toBe(
    'This file is too large. The largest that fits is 20.9 MB.',
  )
  expect(errorText('too-many', { maxFiles: 1 })).toBe(
    'Only one file can be added. Remove it, or choose another to replace it.',
  )
  const found = (format: string): string =>
    errorText('wrong-type', { found: format, accepted: 'PDF, JPG, PNG' })
  expect(['HEIC', 'DOCX', 'ZIP', 'EXE', 'HTML', 'P7M', 'GIF', ''].map(found)).toEqual([
    'This is an iPhone HEIC photo. Export it as JPG and add it again.',
    'This is a document of the type DOCX. Save it as PDF and add it again.',
    'This is a ZIP archive. Unpack it and add the files in it.',
    'This is a program, not a document. Only PDF, JPG or PNG can be added.',
    'This is a web page. Save it as PDF and add it again.',
    'This is a signed file (P7M). Save the document in it and add that, or add it unsigned.',
    'This is a file of the type GIF. Only PDF, JPG or PNG can be added.',
    'This kind of file is not known here. Only PDF, JPG or PNG can be added.',
  ])
  const locked = (protection: string): string =>
    errorText('wrong-type', { found: 'PDF', accepted: 'PDF', protection })
  expect(['password', 'certificate'].map(locked)).toEqual([
    'This PDF asks for a password. Add a copy that opens without one.',
    'This PDF opens only for those it was encrypted for. Add a copy without that protection.',
  ])
  const own = (['empty', 'unreadable', 'changed', 'damaged', 'duplicate'] as const).map(code =>
    errorText(code),
  )
  expect(new Set(own).size).toBe(own.length)
})

const file = (state: FileState): SessionFile => ({
  id: '1',
  name: 'a.pdf',
  size: 1,
  addedAt: 0,
  type: '',
  remarks: [],
  state,
})
const status = (
  state: FileState,
  isSealed = true,
  isLate = false,
  more: Partial<StatusContext> = {},
): string => {
  const context = {
    words,
    upload: 'auto',
    isSealed,
    now: 0,
    isLate: () => isLate,
    secondsLeft: () => 0,
    isOffline: false,
    ...more,
  } as const
  const { lasting, counting } = statusOf(file(state), context)
  return lasting + counting
}

test('progress never goes back between sealing and sending, and says 100% only at the end', () => {
  const way: readonly FileState[] = [
    { phase: 'sealing', done: 0, total: 10 },
    { phase: 'sealing', done: 10, total: 10 },
    { phase: 'sending', done: 0, total: 10 },
    { phase: 'sending', done: 5, total: 10 },
    { phase: 'sending', done: 9.99, total: 10 },
    { phase: 'confirming' },
  ]
  const shares = way.map(state => shareOf(file(state)) ?? -1)
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(status({ phase: 'sending', done: 9.99, total: 10 })).toBe('Sending, encrypted · 94%')
})

test('what waits for an answer, or for its next try, does not look done', () => {
  const error = new SealDropError('network', 'x')
  const waiting: readonly FileState[] = [
    { phase: 'sending', done: 9.4, total: 10, mayHaveArrived: true },
    { phase: 'retrying', at: 0, done: 10, total: 10, error },
    { phase: 'paused', from: 'sending', done: 10, total: 10 },
  ]
  for (const state of waiting) expect(shareOf(file(state))).toBeLessThanOrEqual(0.95)
  expect(status(waiting[0] as FileState)).not.toMatch(/sent/i)
})

test('an answer that takes long is the server checking, whether or not all can have arrived', () => {
  const sending: FileState = { phase: 'sending', done: 5, total: 10, mayHaveArrived: true }
  expect(status(sending, true, true)).toBe('Sending, encrypted · the server is checking · 52%')
  expect(status(sending, false, true)).toBe('Sending · the server is checking · 52%')
  expect(status({ phase: 'confirming' }, true, true)).toBe('Sent · the server is checking')
  expect(status({ phase: 'confirming' })).toBe('Sent · waiting for the answer')
})

test('a long way is said to be one, and the network’s absence beside whatever is under way', () => {
  const sending: FileState = { phase: 'sending', done: 5, total: 10 }
  const slow = { secondsLeft: () => 80 }
  expect(status(sending, true, false, slow)).toBe(
    'Sending, encrypted · 52% · may take 80 secs more',
  )
  const alone = { isOffline: true }
  expect(status(sending, true, false, alone)).toBe(
    'Sending, encrypted · you seem to be offline · 52%',
  )
  expect(status({ phase: 'confirming' }, true, false, alone)).toBe(
    'Sent · waiting for the answer · you seem to be offline',
  )
  for (const phase of ['waiting', 'checking', 'ready', 'delivered', 'cancelled'] as const) {
    const delivery = { reference: 'x', facts: {} }
    const state = phase === 'delivered' ? { phase, delivery } : { phase }
    expect(status(state, true, false, alone)).not.toContain('offline')
  }
})

test('what may have arrived is not said to have failed, nor to be gone', () => {
  const failed = (retryable: boolean, code: ErrorCode = 'network'): string =>
    status({
      phase: 'failed',
      error: new SealDropError(code, 'x', { outcome: 'unknown', retryable }),
    })
  expect(failed(false)).toMatch(/may have arrived.*may be stored twice/)
  expect(failed(true)).toMatch(/may have arrived.*does not store it twice/)
  expect(failed(false, 'mismatch')).not.toContain('may have arrived')
  expect(status({ phase: 'cancelled', mayHaveArrived: true })).toBe(
    'Cancelled. It may have arrived.',
  )
  expect(status({ phase: 'cancelled' })).toBe('Cancelled')
})

test('a status never claims encryption where there is none', () => {
  const error = new SealDropError('network', 'x')
  const states: readonly FileState[] = [
    { phase: 'ready' },
    { phase: 'sealing', done: 1, total: 2 },
    { phase: 'sending', done: 1, total: 2 },
    { phase: 'retrying', at: 4000, done: 1, total: 2, error },
    { phase: 'paused', from: 'sending', done: 1, total: 2 },
  ]
  for (const state of states) expect(status(state, false)).not.toMatch(/encrypt/i)
  expect(status(states[3] as FileState)).toMatch(/^Connection lost · trying again in 4 secs?$/)
})
