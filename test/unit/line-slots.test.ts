import { getEventListeners } from 'node:events'
import { describe, expect, it } from 'vitest'
import { neverAborted } from '../../src/core/abort.ts'
import { takeSlot } from '../../src/core/line-slots.ts'

let origins = 0
const freshOrigin = (): string => `https://${++origins}.example`

const microtasks = async (): Promise<void> => {
  for (let step = 0; step < 10; step++) await null
}

/** Requests to one origin, by name, in the order in which they began. */
const requestsTo = (origin: string) => {
  const begun: string[] = []
  const frees = new Map<string, () => void>()
  return {
    begun,
    end: (name: string) => frees.get(name)?.(),
    ask(name: string, signal: AbortSignal = neverAborted): Promise<void> {
      return takeSlot(origin, signal).then(free => {
        begun.push(name)
        frees.set(name, free)
      })
    },
  }
}

describe('requests to one origin', () => {
  it('are four at once; the others follow one by one, in their order', async () => {
    const { ask, begun, end } = requestsTo(freshOrigin())
    for (const name of 'abcdefg') ask(name)
    await microtasks()
    expect(begun.join('')).toBe('abcd')
    end('c')
    await microtasks()
    expect(begun.join('')).toBe('abcde')
    end('a')
    end('e')
    await microtasks()
    expect(begun.join('')).toBe('abcdefg')
  })

  it('do not wait for those to another', async () => {
    const one = requestsTo(freshOrigin())
    const other = requestsTo(freshOrigin())
    for (const name of 'abcd') one.ask(name)
    other.ask('x')
    await microtasks()
    expect(other.begun).toEqual(['x'])
  })

  it('that are stopped while they wait leave the queue at once, and no listener', async () => {
    const { ask, begun, end } = requestsTo(freshOrigin())
    for (const name of 'abcd') ask(name)
    const controller = new AbortController()
    const stopped = ask('e', controller.signal)
    const signal = new AbortController().signal
    ask('f', signal)
    await microtasks()
    expect(getEventListeners(signal, 'abort')).toHaveLength(1)
    controller.abort(new Error('left'))
    await expect(stopped).rejects.toThrow('left')
    end('a')
    await microtasks()
    expect(begun.join('')).toBe('abcdf')
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })

  it('that are stopped as they get their turn pass it on', async () => {
    const { ask, begun, end } = requestsTo(freshOrigin())
    for (const name of 'abcd') ask(name)
    const controller = new AbortController()
    ask('e', controller.signal)
    ask('f')
    await microtasks()
    end('a')
    controller.abort()
    await microtasks()
    expect(begun.join('')).toBe('abcde')
    end('e')
    await microtasks()
    expect(begun.join('')).toBe('abcdef')
  })

  it('that are stopped before they are made never begin', async () => {
    const { ask, begun } = requestsTo(freshOrigin())
    await expect(ask('a', AbortSignal.abort(new Error('left')))).rejects.toThrow('left')
    expect(begun).toEqual([])
  })

  it('begin anew once all are over', async () => {
    const { ask, begun, end } = requestsTo(freshOrigin())
    for (const names of ['abcd', 'efgh']) {
      for (const name of names) ask(name)
      await microtasks()
      for (const name of names) end(name)
    }
    expect(begun.join('')).toBe('abcdefgh')
  })
})
