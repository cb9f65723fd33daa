import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { asInstalled } from '../../demo/site/expand.ts'
import { codeIn } from '../readme.ts'

const read = (path: string): Promise<string> =>
  readFile(join(import.meta.dirname, '../..', path), 'utf8')

describe('the README', () => {
  it.each([
    'test/mailroom/mailroom.ts',
    'test/mailroom/mailroom.test.ts',
    'test/mailroom/vitest.config.ts',
    'test/unit/sandbox-example/busy.test.ts',
    'test/unit/server-example/once.ts',
  ])('shows %s as it runs in the tests', async path => {
    expect(codeIn(await read('README.md'))).toContain(asInstalled(await read(path)))
  })

  it('writes a transport in 30 lines', async () => {
    const [transport = ''] = codeIn(await read('README.md')).filter(code =>
      code.includes('export const mailroom'),
    )
    expect(transport.trimEnd().split('\n').length).toBeLessThanOrEqual(30)
    expect(transport).not.toBe('')
  })
})
