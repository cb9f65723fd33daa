import { afterEach, describe, expect, it } from 'vitest'
import { additionError } from '../../src/core/additions.ts'
import { open } from '../../src/open/index.ts'
import { identity, sealed } from './open-tools.ts'

const added: string[] = []
const add = (name: string): void => {
  added.push(name)
  Object.defineProperty(Object.prototype, name, { value: () => {}, configurable: true })
}
afterEach(() => {
  for (const name of added.splice(0)) Reflect.deleteProperty(Object.prototype, name)
})

describe('what a script adds to every object', () => {
  it('is no matter where nobody reads it', async () => {
    const file = new Blob([await sealed(new Uint8Array(9))])
    add('each')
    expect(additionError()).toBeUndefined()
    expect((await open(file, identity)).intact).toBe(true)
  })

  it.each(['once', 'then', 'signal', 'seal'])(
    'is refused where the browser or we read it, and a file is not opened: %s',
    async name => {
      const file = new Blob([await sealed(new Uint8Array(9))])
      add(name)
      let thrown: unknown
      // Nothing is returned: a promise waits for ever for what it takes for another promise.
      await open(file, identity).catch((error: unknown) => {
        thrown = error
      })
      expect(thrown).toMatchObject({
        code: 'misconfigured',
        message: expect.stringContaining(name),
      })
    },
  )
})
