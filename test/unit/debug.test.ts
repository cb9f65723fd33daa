import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { FileState } from '../../src/core/contracts.ts'
import { SealDropError } from '../../src/core/errors.ts'

const debug = vi.spyOn(console, 'debug').mockImplementation(() => {})

beforeEach(() => void vi.resetModules())
afterEach(() => {
  vi.unstubAllGlobals()
  debug.mockClear()
})

const withSwitch = (getItem: (key: string) => string | null) => {
  const asked = vi.fn(getItem)
  vi.stubGlobal('localStorage', { getItem: asked })
  return asked
}
const sending: FileState = { phase: 'sending', done: 5, total: 10 }
const failed: FileState = {
  phase: 'failed',
  error: new SealDropError('server', 'The server answered 500: Erika Mustermann.', {
    provider: { status: 500, message: 'Erika Mustermann' },
  }),
}
const sayAll = async (): Promise<void> => {
  const { traceRequest, traceState, traceWorker } = await import('../../src/core/debug.ts')
  traceState('0123456789abcdef', sending, failed, 2)
  traceRequest('POST', 'https://user:secret@api.example:8443/a/path?token=t#f', 500, 0)
  traceWorker('started')
}

it('nothing is said unless the developer switched it on', async () => {
  withSwitch(() => null)
  await sayAll()
  expect(debug).not.toHaveBeenCalled()
})

it.each([
  ['that has no storage, such as a worker', undefined],
  [
    'whose storage is blocked',
    () => {
      throw new DOMException('blocked', 'SecurityError')
    },
  ],
])('nothing is said in a place %s, and nothing fails', async (_, getItem) => {
  if (getItem) withSwitch(getItem)
  await sayAll()
  expect(debug).not.toHaveBeenCalled()
})

it('with the switch on, phases, codes, numbers and origins are said, and no more', async () => {
  const asked = withSwitch(key => (key === 'sealdrop:debug' ? '' : null))
  await sayAll()
  const state = { file: '01234567', from: 'sending', to: 'failed', attempt: 2, code: 'server' }
  const request = {
    method: 'POST',
    origin: 'https://api.example:8443',
    outcome: 500,
    ms: expect.any(Number),
  }
  expect(debug.mock.calls).toEqual([
    ['sealdrop', 'state', state],
    ['sealdrop', 'request', request],
    ['sealdrop', 'worker', { is: 'started' }],
  ])
  expect(asked).toHaveBeenCalledOnce()
})

it('progress is not said: only a change of the phase is', async () => {
  withSwitch(() => 'on')
  const { traceState } = await import('../../src/core/debug.ts')
  traceState('id', sending, { phase: 'sending', done: 6, total: 10 })
  expect(debug).not.toHaveBeenCalled()
  traceState('id', { phase: 'ready' }, sending)
  expect(debug).toHaveBeenCalledExactlyOnceWith('sealdrop', 'state', {
    file: 'id',
    from: 'ready',
    to: 'sending',
    done: 5,
    total: 10,
  })
})

it('a request’s time is what it took, in whole milliseconds', async () => {
  withSwitch(() => 'on')
  const { traceRequest } = await import('../../src/core/debug.ts')
  const now = vi.spyOn(performance, 'now').mockReturnValue(5000.2)
  traceRequest('GET', 'https://api.example/', 200, 4876.6)
  now.mockRestore()
  expect(debug.mock.lastCall?.[2]).toMatchObject({ ms: 124 })
})
