import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { environmentError } from '../../src/core/environment.ts'

/** The same object, which says only of this one property whether it has it. */
const saying = <Thing extends object>(thing: Thing, property: string, isThere: boolean): Thing =>
  new Proxy(thing, { has: (target, key) => (key === property ? isThere : key in target) })

const { Promise: ownPromise, URL: ownURL } = globalThis

beforeEach(() => {
  vi.stubGlobal('isSecureContext', true)
  vi.stubGlobal('Worker', class {})
  vi.stubGlobal('navigator', { locks: {} })
  // Node 20 has none.
  vi.stubGlobal('Promise', saying(ownPromise, 'withResolvers', true))
})
afterEach(() => void vi.unstubAllGlobals())

it('a browser that has everything is fine, and so is what the caller needs beside', () => {
  expect(environmentError()).toBeUndefined()
  expect(environmentError({ popover: true })).toBeUndefined()
})

it('a page without https is told so before anything else', () => {
  vi.stubGlobal('isSecureContext', false)
  vi.stubGlobal('crypto', {})
  expect(environmentError()).toMatchObject({ code: 'insecure-context' })
})

it.each<[string, string, unknown]>([
  ['WebCrypto', 'crypto', {}],
  ['WebCrypto', 'crypto', undefined],
  ['Worker', 'Worker', undefined],
  ['Web Locks', 'navigator', {}],
  ['Promise.withResolvers', 'Promise', saying(ownPromise, 'withResolvers', false)],
  ['URL.canParse', 'URL', saying(ownURL, 'canParse', false)],
])('a browser without %s is told so', (what, name, value) => {
  vi.stubGlobal(name, value)
  const error = environmentError()
  expect(error).toMatchObject({ code: 'unsupported' })
  expect(error?.message).toContain(what)
})

it('what is no browser lacks things, which is no matter of https', () => {
  vi.unstubAllGlobals()
  expect('isSecureContext' in globalThis).toBe(false) // as in test runners
  expect(environmentError()).toMatchObject({ code: 'unsupported' })
})

it('what the caller needs and the browser has not is named', () => {
  const error = environmentError({ popover: false })
  expect(error).toMatchObject({ code: 'unsupported' })
  expect(error?.message).toContain('popover')
})

it.each([
  ['https:', 'allow-same-origin'],
  ['file:', 'http'],
])('a page without an origin of its own (%s) is told what to change', (protocol, what) => {
  vi.stubGlobal('origin', 'null')
  vi.stubGlobal('location', { protocol })
  expect(environmentError()).toMatchObject({
    code: 'misconfigured',
    message: expect.stringContaining(what),
  })
})

it('where there is no browser at all, that is said and not thrown', () => {
  for (const name of ['isSecureContext', 'Worker', 'navigator', 'crypto', 'origin'])
    vi.stubGlobal(name, undefined)
  expect(environmentError()).toMatchObject({ code: 'unsupported' })
})
