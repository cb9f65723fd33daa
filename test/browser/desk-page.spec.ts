import { createHash } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'playwright/test'
import { servePlayground } from '../../demo/serve.ts'
import { deskUrl, root } from './desk-site.ts'

const file = join(root, 'dist', 'desk.html')

const hashOf = (element: RegExpExecArray | null): string =>
  `'sha256-${createHash('sha256')
    .update(element?.[1] ?? '')
    .digest('base64')}'`

test('the file holds one script and one style, named by their hashes, and points at nothing else', async () => {
  const page = await readFile(file, 'utf8')
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? ''
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    `script-src ${hashOf(/<script type="module">(.*?)<\/script>/s.exec(page))}`,
    `style-src ${hashOf(/<style>(.*?)<\/style>/s.exec(page))}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ])
  expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<style'))
  expect(page.slice(0, page.indexOf('<script')) + page.slice(page.indexOf('</script'))).not.toMatch(
    /\b(src|href|action|ping|srcset)\s*=/,
  )
})

test('the file needs nothing beside it', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'sealdrop-'))
  try {
    await copyFile(join(root, 'dist', 'desk.html'), join(folder, 'desk.html'))
    await page.goto(pathToFileURL(join(folder, 'desk.html')).href)
    await page.getByRole('button', { name: 'Make a key pair' }).click()
    await expect(page.getByText('A key pair was made.')).toBeVisible()
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('the playground has it too, and lets it reach nothing', async ({ page }) => {
  const complaints: unknown[] = []
  const { warn, error } = console
  console.warn = console.error = (...words) => complaints.push(words)
  const playground = await servePlayground({ port: 0, modulusLength: 2048 })
  try {
    await page.goto(playground.url)
    const [answer] = await Promise.all([
      page.waitForResponse(`${playground.url}desk/`),
      page.getByRole('link', { name: /desk/ }).click(),
    ])
    expect(answer.headers()['content-security-policy']).toContain("connect-src 'none'")
    await page.getByRole('button', { name: 'Make a key pair' }).click()
    await expect(page.getByText('A key pair was made.')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Back to the playground' })).toBeVisible()
    // By its name there are passkeys, too.
    await page.goto(`http://localhost:${new URL(playground.url).port}/desk/`)
    await page.getByRole('button', { name: 'Make a key pair' }).click()
    await expect(page.getByRole('button', { name: 'Use a passkey' })).toBeVisible()
    // Whoever starts the playground reads what its server says.
    expect(complaints).toEqual([])
  } finally {
    Object.assign(console, { warn, error })
    await playground.close()
  }
})

test('a request is stopped by the policy, even if a script tried', async ({ page }) => {
  const heard: string[] = []
  const server = createServer((request, response) => {
    heard.push(request.url ?? '')
    response.end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  try {
    await page.goto(deskUrl)
    const blocked = await page.evaluate(async address => {
      const violated: string[] = []
      Object.assign(window, { violated })
      document.addEventListener('securitypolicyviolation', event =>
        violated.push(event.effectiveDirective),
      )
      const failed = (act: () => unknown) =>
        Promise.resolve()
          .then(act)
          .then(
            () => false,
            () => true,
          )
      const add = (name: string, attributes: Readonly<Record<string, string>>) => {
        const element = document.createElement(name)
        for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
        document.body.append(element)
        return element
      }
      const results = [
        await failed(() => fetch(`${address}/fetch`)),
        await failed(() => new Worker(URL.createObjectURL(new Blob(['1'])))),
      ]
      const request = new XMLHttpRequest()
      request.open('POST', `${address}/xhr`)
      request.send('secret')
      navigator.sendBeacon(`${address}/beacon`, 'secret')
      new EventSource(`${address}/events`).close()
      add('img', { src: `${address}/image` })
      add('link', { rel: 'stylesheet', href: `${address}/style` })
      add('link', { rel: 'prefetch', href: `${address}/prefetch` })
      new WebSocket(`${address.replace('http', 'ws')}/socket`)
      add('iframe', { src: `${address}/frame` })
      add('video', { src: `${address}/video` })
      const form = add('form', { action: `${address}/form`, method: 'post', target: '_blank' })
      ;(form as HTMLFormElement).submit()
      return results
    }, url)
    expect(blocked).toEqual([true, true])
    const violated = () =>
      page.evaluate(() => (window as unknown as { violated: string[] }).violated.join(' '))
    for (const directive of ['connect', 'img', 'style', 'frame', 'media', 'form'])
      await expect.poll(violated).toContain(`${directive}-`)
    expect(heard).toEqual([])
    // That the server does hear what is let through:
    await fetch(`${url}/control`)
    expect(heard).toEqual(['/control'])
  } finally {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
})

test('what no policy stops is what SECURITY.md says: navigations and WebRTC, of a script that would run here', async ({
  context,
}) => {
  const heard: string[] = []
  const server = createServer((request, response) => {
    heard.push(request.url ?? '')
    response.end()
  })
  const stun = createSocket('udp4')
  const asked = new Promise<void>(resolve => stun.once('message', () => resolve()))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  await new Promise<void>(resolve => stun.bind(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  try {
    const ways: Readonly<Record<string, (address: string) => void>> = {
      location: address => location.assign(`${address}/location?secret`),
      open: address => void window.open(`${address}/open?secret`),
      link: address => {
        const link = document.createElement('a')
        link.href = `${address}/link?secret`
        document.body.append(link)
        link.click()
      },
      refresh: address => {
        const meta = document.createElement('meta')
        meta.httpEquiv = 'refresh'
        meta.content = `0;url=${address}/refresh?secret`
        document.head.append(meta)
      },
    }
    for (const [name, go] of Object.entries(ways)) {
      const page = await context.newPage()
      await page.goto(deskUrl)
      await page.evaluate(go, url).catch(() => {}) // the page may be gone before it answers
      await expect.poll(() => heard).toContain(`/${name}?secret`)
      await page.close()
    }
    const page = await context.newPage()
    await page.goto(deskUrl)
    await page.evaluate(async port => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] })
      peer.createDataChannel('x')
      await peer.setLocalDescription()
    }, stun.address().port)
    await asked
  } finally {
    stun.close()
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
})

test('the desk itself holds none of these ways out', async () => {
  const page = await readFile(file, 'utf8')
  const script = /<script type="module">(.*?)<\/script>/s.exec(page)?.[1] ?? ''
  expect(script.length).toBeGreaterThan(100_000)
  expect(script).not.toMatch(
    /\b(fetch|XMLHttpRequest|WebSocket|EventSource|WebTransport|sendBeacon|RTCPeerConnection|importScripts)\b(?=\s*[(.`])/,
  )
  expect(script).not.toMatch(
    /\b(?:window|globalThis|self|document)\.open\b|\blocation\s*=[^=]|location\.(?:href\s*=[^=]|assign|replace|reload)|http-?equiv/i,
  )
})
