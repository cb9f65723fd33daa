import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Decrypter } from 'age-encryption'
import { unwrapped } from '../../src/sandbox/recipient.ts'
import type { Judge } from '../install.ts'

/** The key of a sealed file, as its recipient finds it. */
export const fileKeyOf = async (sealed: Buffer, identity: string): Promise<Buffer> => {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  const file = unwrapped(sealed)
  // The header ends with a line that begins with three dashes.
  const end = file.indexOf('\n', file.indexOf('\n--- ') + 1) + 1
  return Buffer.from(await decrypter.decryptHeader(file.subarray(0, end)))
}

const program: Judge = 'age'

/** SHA-256 of what the age program opens it to; undefined where it does not. */
export const opensByAge = async (
  sealed: Buffer,
  identity: string,
  folder: string,
): Promise<string | undefined> => {
  const keys = join(folder, 'identity.txt')
  await writeFile(keys, `${identity}\n`)
  return new Promise((resolve, reject) => {
    const age = spawn(program, ['--decrypt', '--identity', keys], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const hash = createHash('sha256')
    age.once('error', reject)
    age.once('close', code => resolve(code === 0 ? hash.digest('hex') : undefined))
    age.stdout.on('data', bytes => hash.update(bytes))
    age.stdin.on('error', () => {}) // it stops reading where it cannot open
    age.stdin.end(sealed)
  })
}
