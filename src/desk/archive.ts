import { makeZip } from 'client-zip'
import { namesForFolder } from './names.ts'

/** A ZIP knows the years 1980 to 2107 only, and the time is a sender's claim. */
const FIRST_MS = Date.UTC(1980, 0, 2)
const LAST_MS = Date.UTC(2107, 11, 30)

const timeOf = ({ lastModified }: File): Date =>
  new Date(lastModified >= FIRST_MS && lastModified <= LAST_MS ? lastModified : Date.now())

/**
 * All files in one ZIP, not compressed. `application/octet-stream`, so that a browser saves it whatever is done with its URL.
 */
export const archiveOf = async (files: readonly File[]): Promise<Blob> => {
  const names = namesForFolder(files.map(({ name }) => name))
  const entries = files.map((file, index) => ({
    name: names[index],
    // A plain Blob: of a File the library would take the time, too.
    input: new Blob([file]),
    lastModified: timeOf(file),
  }))
  const zip = await new Response(makeZip(entries)).blob()
  return new Blob([zip], { type: 'application/octet-stream' })
}
