import { mkdtempSync, openAsBlob, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { armor } from 'age-encryption'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { backgroundJob } from '../../src/core/abort.ts'
import { openDocument, troubleOf } from '../../src/desk/opening.ts'
import { open } from '../../src/open/index.ts'
import { identity, sealed } from './open-tools.ts'
import { pseudoRandom } from './pseudo-random.ts'

const folder = mkdtempSync(join(tmpdir(), 'sealdrop-'))
afterAll(() => rmSync(folder, { recursive: true }))

const path = join(folder, 'sealed.age')
const whole = await sealed(pseudoRandom(3_000_000))
beforeEach(() => writeFileSync(path, whole))

const unreadable = {
  name: 'SealDropError',
  code: 'unreadable',
  cause: { name: 'NotReadableError' },
}

describe('a sealed file that another program writes over, or whose disk is gone', () => {
  it('is unreadable, not damaged: before it is opened', async () => {
    const file = await openAsBlob(path)
    writeFileSync(path, 'something else')
    await expect(open(file, identity)).rejects.toMatchObject(unreadable)
  })

  it('is unreadable, not damaged: while it is opened', async () => {
    const file = await openAsBlob(path)
    const progress = (done: number): void => {
      if (done < file.size) writeFileSync(path, 'something else')
    }
    await expect(open(file, identity, { progress })).rejects.toMatchObject(unreadable)
  })

  it('is unreadable, not damaged: armored', async () => {
    writeFileSync(path, armor.encode(whole))
    const file = await openAsBlob(path)
    const progress = (done: number): void => {
      if (done < file.size) writeFileSync(path, 'something else')
    }
    await expect(open(file, identity, { progress })).rejects.toMatchObject(unreadable)
  })

  it('is called unreadable by the desk', async () => {
    const file = await openAsBlob(path)
    const progress = (done: number): void => {
      if (done < file.size) writeFileSync(path, whole.subarray(0, -1))
    }
    const thrown = await openDocument(file, [{ opener: identity }], {
      ...backgroundJob,
      progress,
    }).catch((cause: unknown) => cause)
    expect(troubleOf(thrown)).toBe('unreadable')
  })

  it('opens where nothing happened to it, and is damaged where it was cut before it was chosen', async () => {
    expect((await open(await openAsBlob(path), identity)).intact).toBe(true)
    writeFileSync(path, whole.subarray(0, -1))
    await expect(open(await openAsBlob(path), identity)).rejects.toMatchObject({ code: 'damaged' })
  })
})
