import { describe, expect, it } from 'vitest'
import { noble } from '../../src/seal/schemes/age/aead.ts'
import { HEAD_BYTES } from '../../src/seal/schemes/age/age.ts'
import { sealPayload } from '../../src/seal/schemes/age/payload.ts'
import { bodyInMemory } from '../../src/seal/schemes/body.ts'

const MIB = 1024 * 1024

describe('sealing with JavaScript’s cipher', () => {
  it('hears an abort that is posted to its thread, long before its end', async () => {
    const blob = new Blob([new Uint8Array(32 * MIB)])
    const controller = new AbortController()
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => controller.abort()
    let reached = 0
    const progress = (done: number): void => {
      // When all of it was read: from here on nothing but the cipher is at work.
      if (done > 8 * MIB && reached <= 8 * MIB) port2.postMessage('abort')
      reached = done
    }
    const job = { signal: controller.signal, progress }
    const aead = await noble(new Uint8Array(32))
    const sealing = sealPayload(blob, aead, bodyInMemory(), job, HEAD_BYTES).finally(() =>
      port1.close(),
    )
    await expect(sealing).rejects.toMatchObject({ name: 'AbortError' })
    expect(reached).toBeLessThan(24 * MIB)
  })
})
