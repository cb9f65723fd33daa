import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** A file that a build made, and the modules it holds, by their paths. */
export interface Holding {
  readonly fileName: string
  readonly moduleIds: readonly string[]
}

interface Notice {
  /** Name and version. */
  readonly title: string
  readonly text: string
  readonly files: Set<string>
}

/** Said at the top of each file that holds other people's code, in the form that minifiers keep. */
const pointer = '/*! Holds code of others: see licenses.txt */'

const isForeign = (id: string): boolean => id.includes('/node_modules/') && !id.includes('\0')

/** A banner for rolldown: only where there is something to point to. */
export const pointerFor = ({ moduleIds }: Pick<Holding, 'moduleIds'>): string =>
  moduleIds.some(isForeign) ? pointer : ''

const isLicence = (name: string): boolean =>
  /^(licen[cs]e|copying|notice)(\.(md|txt))?$/i.test(name)

const read = (path: string): string => readFileSync(path, 'utf8').replaceAll('\r\n', '\n').trim()

/** The folders from a module's own up to its package's: a package may hold another one, with a licence of its own. */
const foldersOf = (module: string): readonly string[] => {
  const folders = [dirname(module)]
  for (let at = dirname(module); !existsSync(join(at, 'package.json')) || !nameIn(at); ) {
    at = dirname(at)
    folders.push(at)
  }
  return folders
}

/** Some packages have a package.json without a name in a folder for one kind of modules. */
const nameIn = (folder: string): string | undefined =>
  JSON.parse(read(join(folder, 'package.json'))).name

/** The licences that the files of a build must carry along, by package or part of one. Throws where a package brings none. */
const noticesOf = (holdings: readonly Holding[]): readonly Notice[] => {
  const notices = new Map<string, Notice>()
  for (const { fileName, moduleIds } of holdings)
    for (const module of moduleIds.filter(isForeign)) {
      const folders = foldersOf(module)
      const home = folders.at(-1) ?? ''
      const { name, version } = JSON.parse(read(join(home, 'package.json')))
      const licences = folders.flatMap(folder =>
        readdirSync(folder)
          .filter(isLicence)
          .map(file => join(folder, file)),
      )
      if (!licences.some(path => dirname(path) === home))
        throw new Error(`${name} is bundled into ${fileName}, but brings no licence to go along.`)
      for (const path of licences) {
        const part = relative(home, dirname(path)).replaceAll('\\', '/')
        const title = `${name} ${version}${part && ` (${part})`}`
        const notice = notices.get(title) ?? { title, text: read(path), files: new Set() }
        notice.files.add(fileName)
        notices.set(title, notice)
      }
    }
  return [...notices.values()].sort((a, b) => (a.title < b.title ? -1 : 1))
}

const rule = '-'.repeat(80)

/**
 * The licences of what built files hold of others' code, as their authors ask for, and ours. Packages with the same text share it.
 */
export const noticesFor = (holdings: readonly Holding[], ours: string): string => {
  const byText = new Map<string, Notice[]>()
  for (const notice of noticesOf(holdings))
    byText.set(notice.text, [...(byText.get(notice.text) ?? []), notice])
  const parts = [...byText].map(([text, notices]) => {
    const heads = notices.map(({ title, files }) => `${title}, in ${[...files].sort().join(', ')}`)
    return `${rule}\n${heads.join('\n')}\n\n${text}`
  })
  return `SealDrop\n\n${ours.trim()}\n\n${parts.join('\n\n')}\n`
}

/** A package whose code is in built files. */
export interface Bundled {
  readonly name: string
  readonly version: string
  readonly files: readonly string[]
}

/** The packages that a text of `noticesFor` tells of. */
export const bundledIn = (notices: string): readonly Bundled[] =>
  notices
    .split(`${rule}\n`)
    .slice(1)
    .flatMap(part => part.slice(0, part.indexOf('\n\n')).split('\n'))
    .flatMap(head => {
      const [, name, version, files] = /^(\S+) ([^\s,]+)(?: \(.*?\))?, in (.+)$/.exec(head) ?? []
      return name && version && files ? [{ name, version, files: files.split(', ') }] : []
    })
