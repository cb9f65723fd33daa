import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The source of a commit, in a folder that `later` removes. Nothing is written to the repository. Throws for what is no commit. */
export const checkOut = async (
  commit: string,
  later: (undo: () => Promise<unknown>) => void,
): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'sealdrop-commit-'))
  later(() => rm(folder, { recursive: true, force: true }))
  const archive = spawnSync('git', ['archive', '--format=tar', `${commit}^{commit}`, 'src'], {
    maxBuffer: 256 * 1024 * 1024,
  })
  if (archive.status !== 0) throw new TypeError(`There is no commit "${commit}": ${archive.stderr}`)
  execFileSync('tar', ['-x', '-C', folder], { input: archive.stdout })
  return folder
}
