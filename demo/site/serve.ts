import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { POLICY } from './policy.ts'
import { SITE } from './sources.ts'

const MEDIA: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
}

/**
 * Answers with a file of the built site, as any server of plain files would.
 *
 * @param path within the site, such as `/guides/relay.html`
 */
export const answerSite = async (path: string, response: ServerResponse): Promise<void> => {
  const name = normalize(path.endsWith('/') ? `${path}index.html` : path)
  response.setHeader('Content-Security-Policy', `${POLICY}; frame-ancestors 'none'`)
  try {
    const body = await readFile(join(SITE, name))
    response.setHeader('Content-Type', MEDIA[extname(name)] ?? 'application/octet-stream')
    response.end(body)
  } catch {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' })
    response.end('There is no such page. The site is built by: npm run docs\n')
  }
}
