import { spawnSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { presign } from '../../../src/providers/s3/relay-sign.ts'
import { createFolder } from '../../engines/driver/downloads.ts'
import { startGroup } from '../../engines/driver/group.ts'
import { undoOnFailure } from '../../engines/driver/undo.ts'
import { installPackages, swiftPackages } from '../../install.ts'

/** Debian's own: there Swift is. */
const PYTHON = '/usr/bin/python3'
const PARTS = ['account', 'container', 'obj', 'proxy'].map(part => `swift.${part}.server`)
const hasSwift = (): boolean => spawnSync(PYTHON, ['-c', `import ${PARTS.join(', ')}`]).status === 0

/** Installs it where that may be. Says aloud, and gives false, where there is none then. */
export const findSwift = (): boolean => {
  if (hasSwift()) return true
  installPackages(swiftPackages)
  if (hasSwift()) return true
  const how = `On Debian: apt-get install ${swiftPackages.join(' ')}`
  console.error(`\nSKIPPED: ${PYTHON} has no Swift, so no bucket but our own is asked. ${how}`)
  return false
}

/** A bucket of OpenStack Swift's S3 API: it is empty, and nobody else's. */
export interface Swift {
  readonly upstream: {
    readonly endpoint: string
    readonly bucket: string
    readonly region: string
    readonly accessKeyId: string
    readonly secretAccessKey: string
    readonly prefix: string
  }
  /** What is stored under a key; undefined where nothing is. */
  stored(key: string): Promise<Buffer | undefined>
  close(): Promise<void>
}

/** `origin`: of the page that its CORS lets in. */
export const startSwift = (origin: string): Promise<Swift> =>
  undoOnFailure(async (later, close) => {
    const folder = await createFolder('swift', later)
    const credentials = {
      accessKeyId: 'site:relay',
      secretAccessKey: randomBytes(20).toString('hex'),
    }
    const region = 'eu-central-1'
    const settings = JSON.stringify({ origin, region, ...credentials })
    const group = startGroup(PYTHON, [join(import.meta.dirname, 'serve.py'), folder, settings])
    later(group.stop)
    const lines = createInterface({ input: group.process.stdio[3] as Readable })
    const [endpoint] = await Promise.race([
      once(lines, 'line'),
      once(lines, 'close').then(() => Promise.reject(new Error('Swift did not start.'))),
    ])
    const bucket = `papers-${randomUUID()}`
    const ask = async (method: string, key: string) => {
      const signer = { url: `${endpoint}/${bucket}`, region, credentials: async () => credentials }
      const { url } = await presign(signer, { method, key, seconds: 60 })
      return fetch(url, { method })
    }
    const made = await ask('PUT', '')
    if (!made.ok) throw new Error(`Swift made no bucket: ${made.status} ${await made.text()}`)
    return {
      upstream: { endpoint, bucket, region, ...credentials, prefix: 'uploads/' },
      async stored(key) {
        const answer = await ask('GET', key)
        const body = Buffer.from(await answer.arrayBuffer())
        if (answer.status === 404) return undefined
        if (!answer.ok) throw new Error(`Swift answered ${answer.status}.`)
        return body
      },
      close,
    }
  })
