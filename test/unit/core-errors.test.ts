import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { isAbortError } from '../../src/core/abort.ts'
import {
  asSealDropError,
  isSealDropError,
  misconfigured,
  SealDropError,
} from '../../src/core/errors.ts'
import { withFileId } from '../../src/session/with-file-id.ts'

const everything = {
  retryable: true,
  retryAfterMs: 0,
  outcome: 'unknown',
  provider: { status: 409 },
  fileId: 'file-1',
  details: { maxBytes: 5 },
  cause: new Error('below'),
} as const

describe('the error', () => {
  it('keeps what it is told, and its cause', () => {
    const error = new SealDropError('server', 'words', everything)
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({ ...everything, code: 'server', message: 'words' })
    expect(error.name).toBe('SealDropError')
    expect(error.facts).toEqual(everything)
  })

  it('has no property for what it was not told', () => {
    const error = new SealDropError('server', 'words')
    expect(error.retryable).toBe(false)
    expect(Object.keys(error).sort()).toEqual(['code', 'name', 'retryable'])
    expect('cause' in error).toBe(false)
    expect(error.facts).toStrictEqual({ retryable: false })
  })

  it('shows what it was told to who lists or logs it, and lets nobody change that', () => {
    const error = new SealDropError('server', 'words', { retryAfterMs: 5 })
    expect({ ...error }).toMatchObject({ retryAfterMs: 5 })
    expect(() => Object.assign(error, { retryAfterMs: 6 })).toThrow(TypeError)
  })

  it('of options that cannot work has a cause only where there is one', () => {
    expect(misconfigured('words')).toMatchObject({ code: 'misconfigured', message: 'words' })
    expect('cause' in misconfigured('words')).toBe(false)
    expect(misconfigured('words', everything.cause).cause).toBe(everything.cause)
  })

  it('is told the file that it happened to, and keeps all else', () => {
    const error = new SealDropError('server', 'words', everything)
    expect(withFileId(error, 'file-1')).toBe(error)
    expect(withFileId(error, 'file-2').facts).toEqual({ ...everything, fileId: 'file-2' })
    expect(withFileId(error, 'file-2')).toMatchObject({ code: 'server', message: 'words' })
  })

  it('is what it was, and anything else becomes the cause of one', () => {
    const error = new SealDropError('server', 'words')
    expect(asSealDropError(error, 'network', 'other words')).toBe(error)
    expect(asSealDropError('no error', 'network', 'other words')).toMatchObject({
      code: 'network',
      message: 'other words',
      cause: 'no error',
    })
  })
})

describe('the error is known', () => {
  const said = "Object.assign(new Error('x'), { name: 'SealDropError', code: 'server' })"
  it.each<[string, unknown, boolean]>([
    ['of this copy', new SealDropError('server', 'x'), true],
    ['of another copy', runInNewContext(said, { Error, Object }), true],
    ['of another realm', runInNewContext(said), true],
    ['of another kind', new Error('x'), false],
    ['without a code', Object.assign(new Error('x'), { name: 'SealDropError' }), false],
    ['of another name', Object.assign(new Error('x'), { code: 'server' }), false],
    ['that is none', { name: 'SealDropError', code: 'server' }, false],
    ['that is nothing', undefined, false],
  ])('%s', (_, thing, isKnown) => expect(isSealDropError(thing)).toBe(isKnown))
})

it.each<[unknown, boolean]>([
  [new DOMException('stop', 'AbortError'), true],
  [new DOMException('stop', 'NotReadableError'), false],
  [new Error('AbortError'), false],
  [{ name: 'AbortError' }, false],
])('%s is an abort: %j', (thing, isAbort) => expect(isAbortError(thing)).toBe(isAbort))
