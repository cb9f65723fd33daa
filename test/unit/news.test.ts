import { describe, expect, it } from 'vitest'
import type { FileState, Remark, SessionFile } from '../../src/core/contracts.ts'
import { type ErrorCode, SealDropError } from '../../src/core/errors.ts'
import { enFiles } from '../../src/element/strings/en-files.ts'
import { createFileWords } from '../../src/element/uploads/file-words.ts'
import { lineOf, type News, newsKind } from '../../src/element/uploads/news.ts'
import { createWords } from '../../src/element/words.ts'

const words = createFileWords(createWords('en'), enFiles)

const fileIn = (name: string, state: FileState, remarks: readonly Remark[] = []): SessionFile => ({
  id: name,
  name,
  addedAt: 0,
  size: 1,
  type: '',
  remarks,
  state,
})
const ready: FileState = { phase: 'ready' }
const refused = (name: string, code: ErrorCode): News => ({
  file: fileIn(name, { phase: 'refused', error: new SealDropError(code, 'x') }),
  kind: 'refused',
  isVerdict: true,
})
const failed = (name: string, code: ErrorCode): News => ({
  file: fileIn(name, { phase: 'failed', error: new SealDropError(code, 'x') }),
  kind: 'failed',
  isVerdict: false,
})
const added = (name: string, kind: News['kind'] = 'added', remarks?: Remark[]): News => ({
  file: fileIn(name, ready, remarks),
  kind,
  isVerdict: true,
})
const told = (name: string, kind: News['kind']): News => ({
  file: fileIn(name, ready),
  kind,
  isVerdict: false,
})

const DAMAGED = enFiles.error.damaged
const EMPTY = enFiles.error.empty

describe('what happened to files, in one line', () => {
  it.each<readonly [string, readonly News[], string, string]>([
    ['nothing', [], '', ''],
    ['one is added', [added('a')], '', 'a added.'],
    ['two are added', [added('a'), added('b')], '', '2 files added.'],
    ['one is refused', [refused('a', 'damaged')], '', `a was not added. ${DAMAGED}`],
    [
      'two are refused for one reason, which is said once',
      [refused('a', 'damaged'), refused('b', 'damaged')],
      '',
      `2 files were not added. ${DAMAGED}`,
    ],
    [
      'two are refused for two reasons, each by its name',
      [refused('a', 'damaged'), refused('b', 'empty')],
      '',
      `2 files were not added. a: ${DAMAGED} b: ${EMPTY}`,
    ],
    [
      'three are refused: their reasons are in the list',
      [refused('a', 'damaged'), refused('b', 'empty'), refused('c', 'empty')],
      '',
      '3 files were not added. The list says why.',
    ],
    [
      'one is added and one not',
      [added('a'), refused('b', 'empty')],
      '',
      `1 file added, 1 not. b: ${EMPTY}`,
    ],
    ['one is added and arrived: that says all', [added('a', 'done')], '', 'a delivered.'],
    ['one is added, and something of it is over again', [added('a', undefined)], '', 'a added.'],
    [
      'two are added and arrived, which the summary counts',
      [added('a', 'done'), added('b', 'done')],
      '2 of 2 delivered.',
      '2 files added. 2 of 2 delivered.',
    ],
    [
      'one of several arrived, and the batch ended',
      [told('a', 'done')],
      '3 of 3 delivered.',
      'a delivered. 3 of 3 delivered.',
    ],
    [
      'a remark on one that is added with others',
      [added('a', 'added', ['encrypted']), added('b')],
      '',
      `2 files added. a: ${enFiles.remark.encrypted}`,
    ],
    [
      'one is added, another goes in its place, and a third was paused',
      [told('c', 'paused'), told('b', 'replaced'), added('a')],
      '',
      'a added. b was replaced. c paused.',
    ],
    [
      'two fail for two reasons',
      [failed('a', 'forbidden'), failed('b', 'server')],
      '1 of 3 delivered · 2 failed.',
      `2 files failed. a: ${enFiles.error.forbidden} b: ${enFiles.error.server} 1 of 3 delivered · 2 failed.`,
    ],
    [
      'two wait for their next try',
      [told('a', 'again'), told('b', 'again')],
      '',
      '2 files are tried again.',
    ],
  ])('%s', (_, all, summary, line) => expect(lineOf(all, summary, words)).toBe(line))
})

describe('what a step of a file means', () => {
  const error = new SealDropError('network', 'x')
  const unknown = new SealDropError('timeout', 'x', { outcome: 'unknown' })
  const at = { done: 0, total: 1 }
  it.each<readonly [Parameters<typeof newsKind>[1], FileState, News['kind']]>([
    ['waiting', { phase: 'checking' }, undefined],
    ['checking', { phase: 'ready' }, 'added'],
    ['checking', { phase: 'refused', error }, 'refused'],
    ['checking', { phase: 'failed', error }, 'failed'],
    ['ready', { phase: 'sealing', ...at }, undefined],
    ['sending', { phase: 'confirming' }, undefined],
    ['sending', { phase: 'paused', from: 'sending', ...at }, 'paused'],
    ['paused', { phase: 'sending', ...at }, 'resumed'],
    ['sending', { phase: 'retrying', at: 5, error, ...at }, 'retrying'],
    ['sending', { phase: 'retrying', at: 'online', error, ...at }, undefined],
    ['retrying', { phase: 'sending', ...at }, undefined],
    ['confirming', { phase: 'failed', error: unknown }, 'unconfirmed'],
    ['failed', { phase: 'ready' }, 'again'],
    ['failed', { phase: 'waiting' }, 'again'],
    ['sending', { phase: 'cancelled' }, 'cancelled'],
    ['sending', { phase: 'cancelled', mayHaveArrived: true }, 'cancelledLate'],
    [undefined, { phase: 'paused', from: 'sending', offered: true, ...at }, 'offered'],
    ['offer', { phase: 'sending', ...at }, 'resumed'],
  ])('from %s to %o: %s', (from, state, kind) =>
    expect(newsKind(fileIn('a', state), from)).toBe(kind),
  )
})
