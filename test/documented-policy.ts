import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The policy that SECURITY.md asks for, in one line. */
export const documentedPolicy = async (): Promise<string> => {
  const security = await readFile(join(import.meta.dirname, '..', 'SECURITY.md'), 'utf8')
  const [, policy] = /```http\nContent-Security-Policy: ([^`]+)```/.exec(security) ?? []
  if (policy === undefined) throw new Error('SECURITY.md shows no policy.')
  return policy.replaceAll(/\s+/g, ' ').trim()
}
