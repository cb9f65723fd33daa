import { execFileSync } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type HttpSandbox, startHttp } from '../../src/sandbox/http/sandbox.ts'
import { packInto } from '../consumer.ts'
import { eventually } from '../engines/driver/eventually.ts'
import { oracle } from '../oracle.ts'
import { freePort } from './program.ts'
import { recipes, recipeWith } from './recipe.ts'
import { startUnprivileged } from './unprivileged.ts'

// The unit and the container file of demo/recipes. No manager of services and no engine is at hand: what each does is done here by its
// own lines. The image itself is not built.

const analyze = oracle('systemd-analyze')
/** Of `server.js`. */
const GRACE_SECONDS = 25
const SITE = 'https://www.example.org'

let folder: string
let packed: string
let packedIn: string
let sandbox: HttpSandbox
const undo: (() => Promise<unknown>)[] = []
beforeAll(async () => {
  packedIn = await mkdtemp(join(tmpdir(), 'sealdrop-'))
  packed = packInto(packedIn).path
})
afterAll(() => rm(packedIn, { recursive: true }))
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sealdrop-'))
  // Who has no rights must get there.
  await chmod(folder, 0o755)
  sandbox = await startHttp()
})
afterEach(async () => {
  for (const end of undo.splice(0).reverse()) await end()
  await sandbox.close()
  await rm(folder, { recursive: true })
})

const secrets = () => ({
  SITE_ORIGIN: SITE,
  UPLOAD_ENDPOINT: sandbox.endpoint,
  UPLOAD_TOKEN: sandbox.token,
  TICKET_KEY: 'a key of the tests, thirty-two bytes or more',
})

/** What a site puts onto its machine: the server, the page, and the package, as it is packed. */
const writeSite = async (place: string): Promise<void> => {
  const installed = join(place, 'node_modules', 'sealdrop')
  await mkdir(installed, { recursive: true })
  await mkdir(join(place, 'public'))
  await writeFile(join(place, 'public', 'index.html'), '<!doctype html><title>Apply</title>')
  await writeFile(join(place, 'package.json'), '{ "private": true, "type": "module" }')
  await cp(join(recipes, 'server.js'), join(place, 'server.js'))
  execFileSync('tar', ['-xzf', packed, '-C', installed, '--strip-components=1'])
}

/** Opens the page, and uploads as it does. */
const useSite = async (port: number): Promise<void> => {
  const url = `http://127.0.0.1:${port}`
  const page = await eventually(() => fetch(url))
  expect(await page.text()).toContain('Apply')
  const Cookie = page.headers.get('set-cookie')?.split(';')[0] ?? ''
  const upload = await fetch(`${url}/relay/http`, {
    method: 'PUT',
    headers: { Origin: SITE, Cookie },
    body: 'sealed bytes',
  })
  expect(upload.status).toBe(201)
  expect(sandbox.received()).toHaveLength(1)
}

const userOf = async (pid: number): Promise<string | undefined> =>
  /^Uid:\t(\d+)/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]

test('the unit is one that systemd takes, and what it starts serves a site as a user without rights', async () => {
  const place = join(folder, 'srv')
  await writeSite(place)
  const port = await freePort()
  const text = await recipeWith('sealdrop.service', {
    '/usr/bin/node': process.execPath,
    '/srv/sealdrop': place,
    '/etc/sealdrop.env': join(folder, 'sealdrop.env'),
    'PORT=3000': `PORT=${port}`,
  })
  const unit = join(folder, 'sealdrop.service')
  await writeFile(unit, text)
  await writeFile(join(folder, 'sealdrop.env'), '')
  expect(`${execFileSync(analyze, ['verify', unit], { stdio: 'pipe' })}`).toBe('')

  const settingOf = (name: string): string =>
    new RegExp(`^${name}=(.+)$`, 'm').exec(text)?.[1] ?? ''
  const env = Object.fromEntries(
    settingOf('Environment')
      .split(' ')
      .map(pair => pair.split('=') as [string, string]),
  )
  const started = startUnprivileged(
    settingOf('ExecStart').split(' '),
    settingOf('WorkingDirectory'),
    { ...env, ...secrets() },
    later => undo.push(later),
  )
  await useSite(port)
  if (process.getuid?.() === 0) expect(await userOf(started.pid)).toBe('65534')
  expect(Number(settingOf('TimeoutStopSec'))).toBeGreaterThan(GRACE_SECONDS)
  expect(await started.stop(settingOf('KillSignal') as NodeJS.Signals)).toBe(0)
})

test('the steps of the container file make a site that its user can run, whose health and signal work', async () => {
  const context = join(folder, 'context')
  await writeSite(context)
  await writeFile(join(context, 'package-lock.json'), '{ "lockfileVersion": 3, "packages": {} }')
  const port = await freePort()
  const lines = (await recipeWith('Containerfile', { 'PORT=3000': `PORT=${port}` }))
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => /^(\w+) (.*)$/.exec(line)?.slice(1) as [string, string])
  const known = ['FROM', 'WORKDIR', 'COPY', 'RUN', 'ENV', 'EXPOSE', 'USER', 'STOPSIGNAL']
  const rest = lines.filter(([step]) => !known.includes(step))
  expect(rest.map(([step]) => step)).toEqual(['HEALTHCHECK', 'CMD'])

  const image = join(folder, 'image')
  const env: Record<string, string> = { PATH: `${dirname(process.execPath)}:/usr/bin:/bin` }
  let place = image
  let ran: string | undefined
  for (const [step, text] of lines) {
    const words = text.split(' ')
    if (step === 'WORKDIR') {
      place = join(image, text)
      await mkdir(place, { recursive: true })
    } else if (step === 'COPY')
      for (const from of words.slice(0, -1)) {
        const to = join(place, words.at(-1) ?? '')
        await cp(join(context, from), text.endsWith('/') ? join(to, from) : to, { recursive: true })
      }
    else if (step === 'RUN') {
      // The registry is not asked: the package is unpacked, as it would come from there.
      ran = text
      await cp(join(context, 'node_modules'), join(place, 'node_modules'), { recursive: true })
    } else if (step === 'ENV')
      for (const pair of words) env[pair.split('=')[0] ?? ''] = pair.split('=')[1] ?? ''
  }
  expect(ran).toBe('npm ci --omit=dev --ignore-scripts')
  const stepOf = (name: string): string => lines.find(([step]) => step === name)?.[1] ?? ''
  expect([stepOf('USER'), stepOf('EXPOSE')]).toEqual(['node', '3000'])

  const commandIn = (text: string): string[] => JSON.parse(text.slice(text.indexOf('[')))
  const own = (words: string[]): string[] =>
    words[0] === 'node' ? [process.execPath, ...words.slice(1)] : words
  const started = startUnprivileged(
    own(commandIn(stepOf('CMD'))),
    place,
    { ...env, ...secrets() },
    later => undo.push(later),
  )
  await useSite(port)
  const isHealthy = (): boolean => {
    const [program = '', ...words] = own(commandIn(stepOf('HEALTHCHECK')))
    try {
      execFileSync(program, words, { env, stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  }
  expect(isHealthy()).toBe(true)
  expect(await started.stop(stepOf('STOPSIGNAL') as NodeJS.Signals)).toBe(0)
  expect(isHealthy()).toBe(false)
})
