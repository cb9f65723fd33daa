import { makeZip } from 'client-zip'
import { collect, pullFrom } from '../open/collect.ts'
import { namesForFolder } from './names.ts'

/** A ZIP can only hold the years 1980 to 2107, and a sender may claim any time. */
const FIRST_MS = Date.UTC(1980, 0, 2)
const LAST_MS = Date.UTC(2107, 11, 30)

const timeOf = ({ lastModified }: File): Date =>
  new Date(lastModified >= FIRST_MS && lastModified <= LAST_MS ? lastModified : Date.now())

/**
 * All files in one ZIP, not compressed. Its type is `application/octet-stream`, so that a browser always saves it and never opens it.
 */
export const archiveOf = async (files: readonly File[]): Promise<Blob> => {
  const names = namesForFolder(files.map(({ name }) => name))
  const entries = files.map((file, index) => ({
    name: names[index],
    // A plain Blob: from a File, the library would take the time as well.
    input: new Blob([file]),
    lastModified: timeOf(file),
  }))
  const zip = await collect(pullFrom(makeZip(entries)))
  return new Blob([zip], { type: 'application/octet-stream' })
}
