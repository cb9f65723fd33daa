import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { type Patterns, searchFor } from './many.ts'

/** What must not be found anywhere, by what it is. Text is looked for as text, bytes as bytes. */
export type Secrets = Readonly<Record<string, string | Uint8Array>>

/** Base64 of something that stands at any offset in something longer: the letters that it alone decides. */
const base64Parts = (bytes: Buffer): readonly string[] =>
  [0, 1, 2].flatMap(offset => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
    const sure = text.slice(offset && offset + 1, Math.floor(((offset + bytes.length) * 8) / 6))
    return [sure, sure.replaceAll('+', '-').replaceAll('/', '_')]
  })

const bytesAs = (bytes: Buffer): ReadonlyMap<string, Buffer> => {
  const hex = bytes.toString('hex')
  return new Map<string, Buffer>([
    ['bytes', bytes],
    ['hex', Buffer.from(hex)],
    ['HEX', Buffer.from(hex.toUpperCase())],
    ['hex in UTF-16', Buffer.from(hex, 'utf16le')],
    ['a list of numbers', Buffer.from(bytes.join())],
    ...base64Parts(bytes).flatMap((text, index): [string, Buffer][] => [
      [`base64 (${index})`, Buffer.from(text)],
      [`base64 in UTF-16 (${index})`, Buffer.from(text, 'utf16le')],
    ]),
  ])
}

/** Every form in which a secret is recognised. */
const formsOf = (secret: string | Uint8Array): ReadonlyMap<string, Buffer> => {
  const forms = new Map(bytesAs(Buffer.from(secret)))
  if (typeof secret !== 'string') return forms
  const wide = Buffer.from(secret, 'utf16le')
  forms.set('UTF-16', wide)
  forms.set('UTF-16, big end first', Buffer.from(wide).swap16())
  forms.set('small letters', Buffer.from(secret.toLowerCase()))
  for (const [index, text] of base64Parts(wide).entries())
    forms.set(`UTF-16 in base64 (${index})`, Buffer.from(text))
  return forms
}

/** What to look for, and what to call it when it is found. */
const patternsOf = (secrets: Secrets): Patterns =>
  Object.entries(secrets).flatMap(([name, secret]) =>
    [...formsOf(secret)].map(([form, pattern]) => [`${name} as ${form}`, pattern] as const),
  )

/** What of these secrets is in some bytes that come from somewhere. */
const searchOf = (secrets: Secrets): ((bytes: Buffer, where: string) => readonly string[]) => {
  const search = searchFor(patternsOf(secrets))
  return (bytes, where) => [...search(bytes)].map(what => `${what}, in ${where}`)
}

/** Which secrets are in these bytes, and in which form. */
export const leaksIn = (
  bytes: Buffer | string,
  where: string,
  secrets: Secrets,
): readonly string[] => searchOf(secrets)(Buffer.from(bytes as Buffer), where)

/** The same for all files below a folder, and for their names. What vanishes meanwhile is not there. */
export const leaksBelow = async (folder: string, secrets: Secrets): Promise<readonly string[]> => {
  const found = searchOf(secrets)
  const leaks: string[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const name = relative(folder, path)
    leaks.push(...found(Buffer.from(name), `the name ${name}`))
    if (!entry.isFile()) continue
    const bytes = await readFile(path).catch(() => undefined)
    if (bytes) leaks.push(...found(bytes, name))
  }
  return leaks
}
