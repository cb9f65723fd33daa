import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchOptions } from './browser-path.ts'
import { installPacked } from './consumer.ts'
import { codeIn } from './readme.ts'

const root = join(import.meta.dirname, '..')

test('who installs the package can test a transport of their own just as the README shows it', async () => {
  const shown = codeIn(readFileSync(join(root, 'README.md'), 'utf8'))
  const blockWith = (words: string): string => shown.find(code => code.includes(words)) ?? ''
  const config = blockWith('startMailroom() {')
  // All that is added: which browser this machine has.
  const playwright = `playwright({ launchOptions: ${JSON.stringify(await launchOptions())} })`
  expect(config).toContain('playwright()')
  const { folder } = await installPacked('mailroom', {
    'mailroom.ts': blockWith('export const mailroom'),
    'mailroom.test.ts': blockWith("{ name: 'mailroom', start }"),
    'vitest.config.ts': config.replace('playwright()', playwright),
  })
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const run = spawnSync(process.execPath, [vitest, 'run', '--reporter=json'], {
    cwd: folder,
    encoding: 'utf8',
  })
  const report = JSON.parse(run.stdout.slice(run.stdout.indexOf('{')) || '{}')
  expect(report, `${run.stdout}${run.stderr}`).toMatchObject({ success: true })
  expect(report.numPassedTests).toBeGreaterThan(60)
}, 300_000)
