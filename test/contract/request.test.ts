import { describe, expect, it } from 'vitest'
import { neverAborted } from '../../src/core/abort.ts'
import { download } from '../../src/core/download.ts'
import { type Answer, request } from '../../src/core/request.ts'
import { failureOf } from './transport.ts'

const MIB = 1_048_576

/** The browser answers such a URL itself, with exactly so many bytes. */
const answerOf = async <Value>(bytes: number, ask: (url: string) => Promise<Value>) => {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes).fill(0x20)]))
  try {
    return await ask(url)
  } finally {
    URL.revokeObjectURL(url)
  }
}
const get = (url: string): Promise<Answer> => request({ method: 'GET', url, signal: neverAborted })

describe('an answer', () => {
  it('of 1 MiB is read', async () => {
    const { status, text } = await answerOf(MIB, get)
    expect([status, text.length]).toEqual([200, MIB])
  })

  it.each([1, 5 * MIB])('of 1 MiB and %i bytes more is "protocol"', async more => {
    const error = await answerOf(MIB + more, url => failureOf(get(url)))
    expect(error).toMatchObject({ code: 'protocol', retryable: false })
    expect(error.message).toContain('1 MiB')
  })

  it('that is a document may be larger', async () => {
    const downloaded = await answerOf(5 * MIB, url => download(url))
    expect('bytes' in downloaded && downloaded.bytes.size).toBe(5 * MIB)
  })
})
