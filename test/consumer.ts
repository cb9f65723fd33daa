import { execFileSync } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const shell = process.platform === 'win32'

export interface Consumer {
  /** A project of its own, below this one's `.cache`, so that lit and the tools are found further up. */
  readonly folder: string
  /** What the package holds, such as `dist/index.js`. */
  readonly packed: readonly string[]
}

interface Packed {
  /** The tarball, an absolute path. */
  readonly path: string
  /** What is in it, such as `dist/index.js`. */
  readonly files: readonly string[]
}

/** The package as `npm pack` makes it from the present `dist` of a project: this one, or a copy of it. */
export const packInto = (folder: string, project: string = root): Packed => {
  const [report] = JSON.parse(
    execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
      cwd: project,
      encoding: 'utf8',
      shell,
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  ) as [{ filename: string; files: { path: string }[] }]
  return {
    path: join(folder, report.filename),
    files: report.files.map(({ path }) => path).sort(),
  }
}

/**
 * A project that has installed the package as `npm pack` makes it from the present `dist`. Nothing comes from the
 * network. `files` are written into it, by path.
 */
export const installPacked = async (
  name: string,
  files: Readonly<Record<string, string>>,
): Promise<Consumer> => {
  const folder = join(root, '.cache', 'consumers', name)
  const installed = join(folder, 'node_modules', 'sealdrop')
  await rm(folder, { recursive: true, force: true })
  await mkdir(installed, { recursive: true })
  const { path: tarball, files: packed } = packInto(folder)
  execFileSync('tar', ['-xzf', basename(tarball), '-C', installed, '--strip-components=1'], {
    cwd: folder,
  })
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return { folder, packed }
}
