import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { installPacked } from '../consumer.ts'
import { blocks } from '../site-code.ts'
import { choose } from './chooser.ts'

const PDF = join(import.meta.dirname, '..', 'samples', 'pdf', 'doc_1_3_pages.pdf')

const files = Object.fromEntries(
  blocks().flatMap(({ page, name, code }) =>
    page === 'start' && name !== undefined ? [[name, code] as const] : [],
  ),
)

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('No port.')
  return address.port
}

test('"Start in five minutes" works as it is written', async ({ page }) => {
  expect(Object.keys(files).sort()).toEqual(['index.html', 'keys.js', 'open.js', 'server.js'])
  const { folder } = await installPacked('start', files)
  const node = (...words: string[]): string => {
    const run = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' })
    expect(run.stderr).toBe('')
    return run.stdout.trim()
  }
  const recipient = node('keys.js')
  writeFileSync(join(folder, 'index.html'), files['index.html']?.replace('age1…', recipient) ?? '')

  const port = await freePort()
  const server: ChildProcess = spawn(process.execPath, ['server.js'], {
    cwd: folder,
    env: { ...process.env, PORT: String(port) },
    stdio: 'ignore',
  })
  try {
    const url = `http://localhost:${port}/`
    await expect
      .poll(() =>
        fetch(url).then(
          ({ ok }) => ok,
          () => false,
        ),
      )
      .toBe(true)
    const complaints: string[] = []
    page.on('console', message => complaints.push(message.text()))
    page.on('pageerror', error => complaints.push(String(error)))
    await page.goto(url)
    await choose(page, PDF)
    await expect(page.getByText(/^Delivered/)).toBeVisible()
    const [sealed = ''] = readdirSync(folder).filter(name => name.endsWith('.age'))
    await page.getByRole('button', { name: 'Apply' }).click()
    await expect(page).toHaveURL(`${url}?papers=${sealed.replace('.age', '')}`)
    expect(node('open.js', sealed)).toBe('doc_1_3_pages.pdf as it was sealed')
    expect(readFileSync(join(folder, 'opened-doc_1_3_pages.pdf'))).toEqual(readFileSync(PDF))
    expect(complaints).toEqual([])
  } finally {
    server.kill()
    await once(server, 'close')
  }
})
