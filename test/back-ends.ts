import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { installPackages, pythonPackage } from './install.ts'

const examples = join(import.meta.dirname, 'unit/back-end-example')
const DEBIAN_GO = '/usr/share/gocode'

/** How an example of the guide "On a server" is run. */
export interface BackEnd {
  readonly language: string
  /** Its files; the first one is the program. */
  readonly files: readonly string[]
  /** What a Debian machine needs for it. */
  readonly packages: readonly string[]
  /** Whether that is there. */
  isThere(): boolean
  /** Builds it in this folder, which is empty. The words of its command, without its arguments. */
  build(folder: string): readonly [string, ...string[]]
}

const works = (program: string, ...words: string[]): boolean =>
  spawnSync(program, words).status === 0

const must = ({ status, stderr }: SpawnSyncReturns<string>): void => {
  if (status !== 0) throw new Error(`It could not be built:\n${stderr}`)
}

const python: BackEnd = {
  language: 'Python',
  files: ['open_sealed.py'],
  packages: [pythonPackage],
  isThere: () => works('/usr/bin/python3', '-c', 'import cryptography'),
  build: () => ['/usr/bin/python3', join(examples, 'open_sealed.py')],
}

const go: BackEnd = {
  language: 'Go',
  files: ['open_sealed.go'],
  packages: ['golang-go', 'golang-filippo-age-dev'],
  isThere: () => works('go', 'version') && existsSync(join(DEBIAN_GO, 'src/filippo.io/age')),
  build(folder) {
    const program = join(folder, 'open_sealed')
    // Debian's libraries lie where Go looked for them before it had modules; nothing is fetched.
    const env = { ...process.env, GO111MODULE: 'off', GOPATH: DEBIAN_GO, GOFLAGS: '' }
    const words = ['build', '-o', program, join(examples, 'open_sealed.go')]
    must(spawnSync('go', words, { encoding: 'utf8', env }))
    return [program]
  },
}

const php: BackEnd = {
  language: 'PHP',
  files: ['open_sealed.php'],
  packages: ['php-cli'],
  isThere: () => works('php', '-r', "exit(extension_loaded('sodium') ? 0 : 1);"),
  build: () => ['php', join(examples, 'open_sealed.php')],
}

const java: BackEnd = {
  language: 'Java',
  files: ['OpenSealed.java', 'Json.java'],
  packages: ['default-jdk-headless'],
  isThere: () => works('javac', '-version') && works('java', '-version'),
  build(folder) {
    const sources = this.files.map(file => join(examples, file))
    must(spawnSync('javac', ['-d', folder, '--release', '17', ...sources], { encoding: 'utf8' }))
    return ['java', '-cp', folder, 'OpenSealed']
  },
}

export const backEnds: readonly BackEnd[] = [python, go, php, java]

/**
 * Whether it can be run here; that it cannot is said. Python must be there, and is installed where that is allowed: it is small. The
 * others run where somebody has them.
 */
export const isReady = (backEnd: BackEnd): boolean => {
  const { language, packages } = backEnd
  if (backEnd.isThere()) return true
  const how = `On Debian: apt-get install ${packages.join(' ')}`
  if (backEnd !== python) {
    console.error(`SKIPPED: what opens files in ${language} is not here. ${how}`)
    return false
  }
  installPackages(packages)
  if (python.isThere()) return true
  throw new Error(`The tests need /usr/bin/python3 with its cryptography. ${how}`)
}

/** How many lines of a program are not empty. */
export const linesOf = ({ files: [program = ''] }: BackEnd): number =>
  readFileSync(join(examples, program), 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '').length

/** What it wrote and said of a file; undefined where it refused. */
export interface FoundByBackEnd {
  readonly bytes: Buffer
  /** What it says the record is; null where there is none. */
  readonly record: Readonly<Record<string, unknown>> | null
  /** How the document is called on the disk. */
  readonly file: string
}

export interface BackEndCall {
  /** The sealed file. */
  readonly sealed: Uint8Array
  /** The text of the key file. */
  readonly keys: string
  /** Empty, or not there. */
  readonly place: string
}

/** Opens a file in a process of its own. Throws where something is left of a file that it refused, or it crashed. */
export const openBy = (
  [program, ...words]: readonly [string, ...string[]],
  { sealed, keys, place }: BackEndCall,
): FoundByBackEnd | undefined => {
  mkdirSync(join(place, 'out'), { recursive: true })
  writeFileSync(join(place, 'key.txt'), keys, { mode: 0o600 })
  writeFileSync(join(place, 'a.age'), sealed)
  const call = [...words, 'key.txt', 'a.age', 'out']
  const { status, stdout, signal } = spawnSync(program, call, { cwd: place, encoding: 'utf8' })
  const names = readdirSync(join(place, 'out'))
  if (signal !== null || names.length !== (status === 0 ? 1 : 0))
    throw new Error(`It ended with ${signal ?? status}, and left ${names.length} files.`)
  if (status !== 0) return undefined
  const [saved, record] = JSON.parse(stdout)
  return { bytes: readFileSync(join(place, saved)), record, file: names[0] ?? '' }
}
