import type { Part } from '../multipart.ts'

export interface SentFile {
  readonly bytes: Buffer
  readonly name: string
  readonly type: string
  readonly description: string | null
}

export interface Form {
  readonly fingerprint: string | undefined
  readonly files: readonly SentFile[]
}

const FINGERPRINT = 'encrypted_files[encryption_fingerprint]'
const ONE_FILE = 'encrypted_files[file]'
const ONE_DESCRIPTION = 'encrypted_files[description]'
const ITEM_FILE = 'encrypted_files[items][][file]'
const ITEM_DESCRIPTION = 'encrypted_files[items][][description]'
const MAX_ITEMS = 5

/** What the parts say, or undefined for `invalid params`. A pinned account takes up to five files, by the old names. */
export const readForm = (
  parts: readonly Part[] | undefined,
  isLegacy: boolean,
): Form | undefined => {
  if (!parts) return undefined
  const fileNames = isLegacy ? [ONE_FILE, ITEM_FILE] : [ONE_FILE]
  const textNames = isLegacy
    ? [FINGERPRINT, ONE_DESCRIPTION, ITEM_DESCRIPTION]
    : [FINGERPRINT, ONE_DESCRIPTION]
  const files: SentFile[] = []
  const texts = new Map<string, string[]>()
  for (const { name, bytes, file } of parts) {
    if (!name.startsWith('encrypted_files')) continue
    if (fileNames.includes(name)) {
      // A field where a file belongs has nothing in it, as far as the API is concerned.
      files.push({ name: '', type: '', ...file, bytes: file ? bytes : EMPTY, description: null })
    } else if (textNames.includes(name) && !file)
      texts.set(name, [...(texts.get(name) ?? []), bytes.toString()])
    else return undefined
  }
  if (files.length > (isLegacy ? MAX_ITEMS : 1)) return undefined
  const descriptions = texts.get(ITEM_DESCRIPTION) ?? texts.get(ONE_DESCRIPTION) ?? []
  return {
    fingerprint: texts.get(FINGERPRINT)?.at(-1),
    files: files.map((file, index) => ({ ...file, description: descriptions[index] ?? null })),
  }
}

const EMPTY = Buffer.alloc(0)
