import { execFileSync } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** By their paths from the root, with slashes. */
export const filesBelow = async (...folders: string[]): Promise<string[]> => {
  const entries = await Promise.all(
    folders.map(folder => readdir(folder, { recursive: true, withFileTypes: true })),
  )
  return entries
    .flat()
    .filter(entry => entry.isFile())
    .map(entry => relative('.', join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}

/** Whether `dist` is newer than all it is made from, and whole: a build writes the hashes of its files last. */
export const isBuilt = async (): Promise<boolean> => {
  const builtMs = (await stat('dist/sri.json').catch(() => undefined))?.mtimeMs ?? 0
  const sources = await filesBelow('src', 'demo', 'test/manifest')
  const changedMs = await Promise.all(
    [
      ...sources,
      'package.json',
      'package-lock.json',
      'vite.config.ts',
      'test/build.ts',
      'test/build-desk.ts',
      'test/integrity.ts',
      'test/notices.ts',
      'test/sbom.ts',
      'test/types.json',
      'test/types-node.json',
    ].map(async path => (await stat(path)).mtimeMs),
  )
  return Math.max(...changedMs) < builtMs
}

/** Builds where `isBuilt` says no. Says nothing when it goes well. */
export const buildIfStale = async (): Promise<void> => {
  if (await isBuilt()) return
  execFileSync('npm', ['run', '--silent', 'build'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
}
