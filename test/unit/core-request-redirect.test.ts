import { getEventListeners } from 'node:events'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { failure, start, url, useQuietXhr } from './quiet-xhr.ts'

useQuietXhr()

const HTML = 'Content-Type: text/html; charset=utf-8'

describe('an answer from elsewhere on the same origin', () => {
  it.each([
    ['a page', 200, HTML, 'unauthorized'],
    ['a page, in capitals', 201, 'content-type: TEXT/HTML', 'unauthorized'],
  ])('that is %s is that of a login', async (_, status, headers, code) => {
    const { answer, xhr } = await start({ body: 'x' })
    xhr.redirect('https://api.example/login?next=%2Fv3%2Ffiles')
    xhr.answer(status, '<!doctype html>', headers)
    const error = await failure(answer)
    expect(error).toMatchObject({ code, retryable: false })
    expect(error).not.toHaveProperty('outcome')
    expect(vi.getTimerCount()).toBe(0)
  })

  it.each([
    ['is JSON', 'https://api.example/other', 200, 'Content-Type: application/json'],
    ['names no type', 'https://api.example/other', 200, ''],
    ['is an error', 'https://api.example/other', 404, HTML],
    ['is where it was asked', url, 200, HTML],
    ['is hidden by the browser', '', 200, HTML],
  ])('is for the transport to judge where it %s', async (_, place, status, headers) => {
    const { answer, xhr } = await start({ url: `${url}#part`, body: 'x' })
    xhr.redirect(place)
    xhr.answer(status, 'text', headers)
    expect(await answer).toMatchObject({ status, text: 'text' })
  })
})

describe('a connection that fails without an answer', () => {
  const fetched = vi.fn<typeof fetch>()
  beforeEach(() => {
    fetched.mockReset()
    vi.stubGlobal('fetch', fetched)
    vi.stubGlobal('location', { origin: 'https://api.example' })
  })
  const redirect = { type: 'opaqueredirect' } as Response

  it('was redirected to a login where the page’s own server says so, and leads to another origin', async () => {
    fetched.mockResolvedValueOnce(redirect)
    fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'))
    const headers = new Headers({
      Authorization: 'Bearer 1',
      'Content-Type': 'text/plain',
      'Content-Digest': 'x',
      'Idempotency-Key': '"1"',
    })
    const { answer, controller, xhr } = await start({ body: 'x', headers })
    xhr.onerror?.()
    const error = await failure(answer)
    expect(error).toMatchObject({ code: 'unauthorized', retryable: false })
    expect(error).not.toHaveProperty('outcome')
    expect(fetched.mock.calls.map(([, init]) => init?.redirect)).toEqual(['manual', 'follow'])
    for (const [asked, init] of fetched.mock.calls) {
      expect(asked).toBe(url)
      expect(init).toMatchObject({ method: 'HEAD', mode: 'same-origin', cache: 'no-store' })
      expect(init?.body).toBeUndefined()
      expect([...new Headers(init?.headers)]).toEqual([['authorization', 'Bearer 1']])
    }
    expect(headers.has('content-type')).toBe(true)
    expect(vi.getTimerCount()).toBe(0)
    expect(getEventListeners(controller.signal, 'abort')).toEqual([])
  })

  it.each<[string, () => Promise<Response>]>([
    ['answers', async () => ({ type: 'basic', status: 404 }) as Response],
    ['is not there', async () => Promise.reject(new TypeError('Failed to fetch'))],
    ['does not answer', hanging],
  ])('was cut where the server %s', async (_, answered) => {
    fetched.mockImplementation(answered as typeof fetch)
    const { answer, xhr } = await start({ body: 'x' })
    xhr.onerror?.()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await failure(answer)).toMatchObject({ code: 'network', retryable: true })
    expect(vi.getTimerCount()).toBe(0)
  })

  it('was cut where the server redirects to its own pages what is no upload', async () => {
    fetched.mockResolvedValueOnce(redirect)
    fetched.mockResolvedValueOnce({ type: 'basic', status: 200 } as Response)
    const { answer, xhr } = await start({ body: 'x' })
    xhr.takesAll(1)
    xhr.onerror?.()
    expect(await failure(answer)).toMatchObject({ code: 'network', outcome: 'unknown' })
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is not asked about at another origin, or offline, or when the request stalled', async () => {
    vi.stubGlobal('location', { origin: 'https://site.example' })
    const elsewhere = await start({ body: 'x' })
    elsewhere.xhr.onerror?.()
    expect(await failure(elsewhere.answer)).toMatchObject({ code: 'network' })
    vi.stubGlobal('location', { origin: 'https://api.example' })
    const stalled = await start({ body: 'x' })
    await vi.advanceTimersByTimeAsync(30_000)
    expect(await failure(stalled.answer)).toMatchObject({ code: 'stalled' })
    vi.stubGlobal('navigator', { onLine: false })
    const offline = await start({ body: 'x' })
    offline.xhr.onerror?.()
    expect(await failure(offline.answer)).toMatchObject({ code: 'offline' })
    expect(fetched).not.toHaveBeenCalled()
  })

  it('ends at once when it is aborted meanwhile', async () => {
    fetched.mockImplementation(hanging as typeof fetch)
    const { answer, controller, xhr } = await start({ body: 'x' })
    xhr.onerror?.()
    await vi.advanceTimersByTimeAsync(0)
    expect(fetched).toHaveBeenCalled()
    controller.abort(new Error('left'))
    await expect(answer).rejects.toThrow('left')
    expect(vi.getTimerCount()).toBe(0)
  })
})

/** As fetch does: until it is aborted. */
function hanging(_?: unknown, init?: RequestInit): Promise<Response> {
  return new Promise((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
  })
}
