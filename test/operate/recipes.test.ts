import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type HttpSandbox, startHttp } from '../../src/sandbox/http/sandbox.ts'
import { PDF, paddedPdf } from '../documents.ts'
import { type Chromium, type ChromiumTab, launchChromium } from '../engines/driver/chromium.ts'
import { type Visitor, visitorOn } from '../engines/visitor.ts'
import { oracle } from '../oracle.ts'
import { turnsOf } from '../turns.ts'
import { fronts, type Served, serve } from './recipe.ts'

// The files of demo/recipes, as their reader copies them: the real programs, and a real page before them.

const nginx = oracle('nginx')
const caddy = oracle('caddy')
const haproxy = oracle('haproxy')
const openssl = oracle('openssl')
const programs = { nginx, caddy, haproxy, openssl }

const LARGE = 20_000_000
const MiB = 1_048_576

let sandbox: HttpSandbox
let chromium: Chromium
let tab: ChromiumTab
let visitor: Visitor
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sealdrop-'))
  sandbox = await startHttp()
  chromium = await launchChromium({ device: { ignoreHTTPSErrors: true } })
  tab = await chromium.open()
  visitor = visitorOn(tab)
})
afterAll(async () => {
  await chromium?.close()
  await sandbox?.close()
  await rm(folder, { recursive: true })
})

/** Runs in the page. What was answered to so many bytes, and whether all of it was what the relay and the recipes answer. */
const refusalOf = (path: string, bytes: number): Promise<readonly [number, unknown]> =>
  new Promise(resolve => {
    const xhr = new XMLHttpRequest()
    xhr.open('PUT', path)
    xhr.onloadend = () => {
      const isJson = xhr.getResponseHeader('content-type') === 'application/json'
      resolve([xhr.status, isJson ? JSON.parse(xhr.responseText) : xhr.responseText])
    }
    xhr.send(new Blob([new Uint8Array(bytes)]))
  })

/** `npm test` runs the first. */
const all = fronts.filter(name => name !== 'nginx that takes 1 MiB')

describe.each(turnsOf(4) === 4 ? all : all.slice(0, 1))('behind %s', name => {
  let site: Served
  beforeAll(async () => {
    site = await serve(name, sandbox, programs)
    sandbox.reset()
  })
  afterAll(() => site?.close())

  test('a document arrives, whole', async () => {
    await visitor.goes(site.url)
    const [protocol, cookie] = await tab.evaluate(() => {
      const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
      return [entry?.nextHopProtocol, document.cookie]
    })
    expect([protocol, cookie]).toEqual([name === 'nothing' ? 'http/1.1' : 'h2', ''])
    await visitor.chooses(PDF)
    await visitor.sees('Delivered')
    const [received, ...others] = sandbox.received()
    expect(others).toEqual([])
    const opened = await sandbox.plaintext(received?.id ?? '')
    expect(opened.equals(await readFile(PDF))).toBe(true)
  })

  test('refusals of 20 MB are heard in the words of the relay', async () => {
    const { base } = site
    const small = await tab.evaluate(refusalOf, `${base}/http`, LARGE)
    expect(small[0]).toBe(201)
    const missing = await tab.evaluate(refusalOf, `${base}/none`, LARGE)
    const worded = { message: expect.any(String), requestId: expect.any(String) }
    expect(missing).toEqual([404, { code: 'not-found', ...worded }])
    const large = await tab.evaluate(refusalOf, `${base}/http`, 2.5 * LARGE)
    // By nginx itself, where it stands before the relay.
    const said = { code: 'too-large', message: expect.any(String), maxBytes: expect.any(Number) }
    expect(large).toMatchObject([413, said])
    await tab.page.context().clearCookies()
    const stranger = await tab.evaluate(refusalOf, `${base}/http`, LARGE)
    expect(stranger).toEqual([401, { code: 'unauthorized', ...worded }])
  })

  test('nobody outside asks the site for its health', async () => {
    const status = (path: string) => tab.evaluate(async asked => (await fetch(asked)).status, path)
    const expected = name === 'nothing' ? 200 : 404
    expect([await status('/livez'), await status('/readyz')]).toEqual([expected, expected])
  })
})

test('where nginx finds a document too large, the visitor reads how large one may be', async () => {
  const site = await serve('nginx that takes 1 MiB', sandbox, programs)
  try {
    const path = join(folder, 'large.pdf')
    await writeFile(path, await paddedPdf(2 * MiB))
    await visitor.goes(site.url)
    await visitor.chooses(path)
    await visitor.sees('This file is too large. The largest that fits is 983 kB.')
  } finally {
    await site.close()
  }
})
