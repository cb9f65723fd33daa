import { getEventListeners } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import { traceRequest } from '../../src/core/debug.ts'
import { type RequestOptions, request } from '../../src/core/request.ts'
import { failure, isOpen, QuietXhr, start, url, useQuietXhr } from './quiet-xhr.ts'

vi.mock('../../src/core/debug.ts', () => ({ traceRequest: vi.fn() }))

useQuietXhr()

describe('a request', () => {
  it('goes out as it is given, and its answer comes whole whatever its status', async () => {
    const { answer, xhr } = await start({ headers: new Headers({ 'X-One': '1' }), body: '{}' })
    expect(xhr.calls).toEqual([
      ['open', 'POST', url],
      ['header', 'x-one', '1'],
      ['send', '{}'],
    ])
    xhr.answer(
      503,
      'busy',
      'Retry-After: 7\r\nlocation:https://api.example:8443/a \r\nX-End: z\r\n',
    )
    const { status, text, header } = await answer
    expect({ status, text }).toEqual({ status: 503, text: 'busy' })
    expect(header('retry-after')).toBe('7')
    expect(header('RETRY-AFTER')).toBe('7')
    expect(header('Location')).toBe('https://api.example:8443/a')
    expect(header('x-end')).toBe('z')
    expect(header('X-Hidden')).toBeNull()
  })

  it('without a body sends none', async () => {
    expect((await start()).xhr.calls).toEqual([
      ['open', 'POST', url],
      ['send', null],
    ])
  })

  it.each([
    ['a form, whose type the browser writes', new FormData(), []],
    ['anything else', '{}', [['header', 'content-type', 'text/plain']]],
  ])('keeps the content type that was given with %s', async (_, body, kept) => {
    const headers = new Headers({ 'Content-Type': 'text/plain', 'X-One': '1' })
    const { xhr } = await start({ body, headers })
    expect(xhr.calls.filter(([call]) => call === 'header')).toEqual([
      ...kept,
      ['header', 'x-one', '1'],
    ])
  })

  it.each<[string, (xhr: QuietXhr) => void]>([
    ['answered', xhr => xhr.answer()],
    ['failed', xhr => xhr.onerror?.()],
    ['stalled', () => vi.advanceTimersByTime(30_000)],
  ])('leaves no timer, listener or connection once it is %s', async (_, end) => {
    const { answer, controller, xhr } = await start({ body: 'x' })
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(1)
    end(xhr)
    await answer.catch(() => {})
    expect(vi.getTimerCount()).toBe(0)
    expect(getEventListeners(controller.signal, 'abort')).toEqual([])
    expect(xhr.calls.at(-1)).toEqual(['abort'])
    const { onload, onerror, onprogress, onreadystatechange, upload } = xhr
    expect([onload, onerror, onprogress, onreadystatechange]).toEqual([null, null, null, null])
    expect(upload).toEqual({ onload: null, onprogress: null })
  })
})

describe('a request that is aborted', () => {
  it('before it starts is never made', async () => {
    const signal = AbortSignal.abort(new Error('left'))
    await expect(request({ method: 'GET', url, signal })).rejects.toThrow('left')
    expect(QuietXhr.made).toEqual([])
  })

  it('on its way ends at once with the reason, and leaves no timer', async () => {
    const { answer, controller, xhr } = await start({ body: 'x' })
    controller.abort(new Error('left'))
    await expect(answer).rejects.toThrow('left')
    expect(xhr.calls.at(-1)).toEqual(['abort'])
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('whether the body of a failed request may have arrived', () => {
  it.each<[string, string, Partial<RequestOptions>, (xhr: QuietXhr) => void]>([
    ['unsent', 'no byte left', { body: 'xy' }, () => {}],
    [
      'unsent',
      'none is reported',
      { body: 'xy' },
      xhr => xhr.upload.onprogress?.({ loaded: 0, total: 2 }),
    ],
    [
      'unknown',
      'some left',
      { body: 'xy' },
      xhr => xhr.upload.onprogress?.({ loaded: 1, total: 2 }),
    ],
    ['unknown', 'all left', { body: 'xy' }, xhr => xhr.upload.onload?.({ total: 2 })],
    ['unknown', 'there is none', {}, () => {}],
  ])('is %s where %s', async (outcome, _, options, move) => {
    const { answer, xhr } = await start(options)
    move(xhr)
    xhr.onerror?.()
    expect(await failure(answer)).toMatchObject({ code: 'network', retryable: true, outcome })
  })

  it('is also said where the device is offline', async () => {
    vi.stubGlobal('navigator', { onLine: false })
    const { answer, xhr } = await start({ body: 'x' })
    xhr.onerror?.()
    expect(await failure(answer)).toMatchObject({
      code: 'offline',
      retryable: true,
      outcome: 'unsent',
    })
  })
})

describe('an answer that is not believed', () => {
  it.each(['https://evil.example/v3/files', 'http://api.example/v3/files'])(
    'comes from %s after a redirect',
    async elsewhere => {
      const { answer, xhr } = await start({ body: 'x' })
      xhr.redirect(elsewhere)
      expect(await failure(answer)).toMatchObject({ code: 'protocol', retryable: false })
    },
  )

  it.each(['', url, 'https://api.example/elsewhere'])(
    'is not one that comes from "%s"',
    async place => {
      const { answer, xhr } = await start()
      xhr.redirect(place)
      xhr.answer(200, 'fine')
      expect(await answer).toMatchObject({ status: 200, text: 'fine' })
    },
  )

  it('is longer than 1 MiB', async () => {
    const { answer, xhr } = await start()
    xhr.onprogress?.({ loaded: 1_048_576 })
    expect(await isOpen(answer)).toBe(true)
    xhr.onprogress?.({ loaded: 1_048_577 })
    expect(await failure(answer)).toMatchObject({ code: 'protocol', retryable: false })
    expect(vi.getTimerCount()).toBe(0)
  })
})

it.each<[string, number | string, (made: Awaited<ReturnType<typeof start>>) => void]>([
  ['answered', 404, ({ xhr }) => xhr.answer(404)],
  ['failed', 'network', ({ xhr }) => xhr.onerror?.()],
  ['aborted', 'aborted', ({ controller }) => controller.abort()],
])('a request that is %s ends in the trace as %j', async (_, outcome, end) => {
  const made = await start({ body: 'x' })
  end(made)
  await made.answer.catch(() => {})
  expect(traceRequest).toHaveBeenLastCalledWith('POST', url, outcome, expect.any(Number))
})
