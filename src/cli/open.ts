import { resolve } from 'node:path'
import { visible } from '../desk/text.ts'
import type { OneOpener } from '../open/index.ts'
import { readWords } from './args.ts'
import { EXIT, Stopped, systemWords, TargetError, UsageError } from './exit.ts'
import { openersIn } from './identities.ts'
import { type Manifest, openManifest } from './manifest.ts'
import { type Opening, openFile } from './open-file.ts'
import { prepareFolder } from './part.ts'
import { ask } from './prompt.ts'
import { createReport, type Report } from './report.ts'
import { listFiles, type SealedFile } from './sealed-files.ts'
import type { Terminal } from './terminal.ts'
import { watchFiles } from './watch.ts'

const percent = (done: number, total: number): string =>
  Number.isFinite(total) && total > 0 ? `${Math.floor((100 * done) / total)} %` : `${done} bytes`

const readOpeners = async (
  paths: readonly string[],
  hasPassphrase: boolean,
  terminal: Terminal,
): Promise<readonly OneOpener[]> => {
  const openers = [...(await openersIn(paths, terminal))]
  if (hasPassphrase)
    openers.push({ passphrase: await ask('Passphrase of the files: ', terminal.signal) })
  if (openers.length === 0)
    throw new UsageError('With what is it opened? -i names a key file, --passphrase asks for one.')
  return openers
}

interface Run {
  readonly paths: readonly string[]
  readonly isWatching: boolean
  readonly opening: Opening
  readonly report: Report
  readonly manifest: Manifest | undefined
}

const openAll = async ({ paths, isWatching, opening, report, manifest }: Run): Promise<void> => {
  const made = new Set<string>()
  const take = async (file: SealedFile): Promise<void> => {
    // Documents may be put into the folder that is watched.
    if (made.has(resolve(file.path))) return
    const outcome = await openFile(file, opening)
    if ('saved' in outcome) made.add(resolve(outcome.saved))
    report.add(outcome)
    await manifest?.add(outcome).catch(cause => {
      throw new TargetError(`The manifest: ${systemWords(cause)}.`, { cause })
    })
  }
  const { terminal } = opening
  if (isWatching) return watchFiles(paths, terminal, take)
  for (const file of await listFiles(paths)) {
    terminal.signal.throwIfAborted()
    await take(file)
  }
}

export const openCommand = async (
  words: readonly string[],
  terminal: Terminal,
): Promise<number> => {
  const { values, positionals: paths } = readWords(words, {
    identity: { type: 'string', short: 'i', multiple: true },
    passphrase: { type: 'boolean', short: 'p' },
    out: { type: 'string', short: 'o' },
    watch: { type: 'boolean', short: 'w' },
    json: { type: 'boolean' },
    manifest: { type: 'string' },
  })
  const keyFiles = values.identity ?? []
  if (paths.length === 0)
    throw new UsageError('Which files or folders? Name them, or - for standard input.')
  if (paths.includes('-') && (keyFiles.includes('-') || values.watch))
    throw new UsageError('A file from standard input goes neither with -i - nor with --watch.')
  const folder = values.out ?? '.'
  const opener = await readOpeners(keyFiles, values.passphrase === true, terminal)
  const manifest = values.manifest === undefined ? undefined : await openManifest(values.manifest)
  const report = createReport(terminal, values.json === true)
  try {
    await prepareFolder(folder)
    const progress: Opening['progress'] = (file, done, total) =>
      terminal.status(`${visible(file)}: ${percent(done, total)}`)
    const opening = { folder, opener, terminal, progress }
    await openAll({ paths, isWatching: values.watch === true, opening, report, manifest })
  } catch (thrown) {
    // This is how one ends watching.
    if (!(values.watch && thrown instanceof Stopped)) throw thrown
  } finally {
    report.end()
    await manifest?.close()
  }
  return report.failed > 0 ? EXIT.someFailed : EXIT.fine
}
