import { makeZip } from 'client-zip'
import { collect, pullFrom } from '../open/collect.ts'

/** A ZIP can only hold the years 1980 to 2107, and a sender may claim any time. */
const FIRST_MS = Date.UTC(1980, 0, 2)
const LAST_MS = Date.UTC(2107, 11, 30)

/** So much is in one ZIP at most, in bytes, unless one document alone is larger: all of it is in memory until it is saved. */
const MOST_BYTES = 500_000_000

/** What goes into a ZIP. It is opened when its turn comes. */
export interface Entry {
  readonly name: string
  readonly lastModified: number
  /** Undefined where it could not be opened again: it is left out. */
  open(): Promise<Blob | undefined>
}

const timeOf = ({ lastModified }: Entry): Date =>
  new Date(lastModified >= FIRST_MS && lastModified <= LAST_MS ? lastModified : Date.now())

/** In order, in as many parts as it takes. */
export const partsOf = <Sized extends { readonly size: number }>(
  all: readonly Sized[],
  mostBytes: number = MOST_BYTES,
): readonly (readonly Sized[])[] => {
  const parts: Sized[][] = []
  let room = 0
  for (const one of all) {
    const last = parts.at(-1)
    if (last && one.size <= room) last.push(one)
    else parts.push([one])
    room = (last && one.size <= room ? room : mostBytes) - one.size
  }
  return parts
}

async function* opened(entries: readonly Entry[]) {
  for (const entry of entries) {
    const blob = await entry.open()
    // A plain Blob: from a File, the library would take the time as well.
    if (blob) yield { name: entry.name, input: new Blob([blob]), lastModified: timeOf(entry) }
  }
}

/** One ZIP, not compressed. */
export const archiveOf = async (entries: readonly Entry[]): Promise<Blob> =>
  await collect(pullFrom(makeZip(opened(entries))))
