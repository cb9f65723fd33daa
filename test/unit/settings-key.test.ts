import { expect, test } from 'vitest'
import type { Settings } from '../../src/element/settings.ts'
import { settingsKey } from '../../src/element/uploads/session-options.ts'

/** Stands for its text, as a TrustedScriptURL of a polyfill does. */
class ScriptUrl {
  readonly #text: string
  constructor(text: string) {
    this.#text = text
  }
  toString(): string {
    return this.#text
  }
}

const keyFor = (workerUrl: Settings['workerUrl']): string =>
  settingsKey({
    name: '',
    transport: 'didww',
    endpoint: 'https://eu.example/',
    options: undefined,
    seal: undefined,
    recipients: undefined,
    pin: undefined,
    accept: '.pdf',
    maxSize: '20MiB',
    maxFiles: undefined,
    stripLocation: false,
    refuseProtected: false,
    multiple: false,
    upload: 'auto',
    valueFormat: 'reference',
    fileName: 'opaque',
    workerUrl,
    parallel: undefined,
    shelf: 'on',
    previews: 'on',
    shelfScope: undefined,
    origins: undefined,
    retryPolicy: undefined,
    timeouts: undefined,
    authorize: undefined,
  })

test('another worker URL takes effect, also where it is an object that stands for its text', () => {
  expect(keyFor(new ScriptUrl('/new.js'))).not.toBe(keyFor(new ScriptUrl('/old.js')))
  expect(keyFor(new ScriptUrl('/new.js'))).not.toBe(keyFor(undefined))
})

test('a worker URL that is written anew on every render keeps its session', () => {
  expect(keyFor(new ScriptUrl('/worker.js'))).toBe(keyFor(new ScriptUrl('/worker.js')))
  expect(keyFor({ toString: () => '/worker.js' })).toBe(keyFor({ toString: () => '/worker.js' }))
})
