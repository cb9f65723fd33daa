import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { DeskPage, type Keys, newKeys, root, sealed } from './desk-site.ts'

// No driver can press the button of the dialog in which a person chooses a folder. What it gives is a handle, as of a folder of the
// origin's own: that takes its place here. A page from the disk has no such folder, so this desk is served.

/** What lies in the folder that is chosen: text by path. */
type Listing = Readonly<Record<string, string>>

/** Whether files can be moved: Chromium refuses it in folders of the machine, other browsers know no such thing. */
export type Moves = 'done' | 'refused' | 'unknown'

/** Runs in the page, before the desk does. */
const giveFolder = ({ moves }: { readonly moves: Moves }): void => {
  const showDirectoryPicker = async (): Promise<FileSystemDirectoryHandle> => {
    const own = await navigator.storage.getDirectory()
    return own.getDirectoryHandle('scans', { create: true })
  }
  Object.assign(window, { showDirectoryPicker })
  if (moves === 'unknown') Reflect.deleteProperty(FileSystemFileHandle.prototype, 'move')
  const move = () => Promise.reject(new DOMException('', 'NotAllowedError'))
  if (moves === 'refused') Object.assign(FileSystemFileHandle.prototype, { move })
}

/** Runs in the page. */
const fill = async (files: readonly (readonly [path: string, base64: string])[]): Promise<void> => {
  const own = await navigator.storage.getDirectory()
  for (const [path, base64] of files) {
    let folder = await own.getDirectoryHandle('scans', { create: true })
    const parts = path.split('/')
    const name = parts.pop() ?? ''
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true })
    const file = await folder.getFileHandle(name, { create: true })
    const stream = await file.createWritable()
    await stream.write(Uint8Array.from(atob(base64), letter => letter.charCodeAt(0)))
    await stream.close()
  }
}

/** Runs in the page: what lies right in the folder, without what is sealed. */
export const list = async (): Promise<Listing> => {
  const own = await navigator.storage.getDirectory()
  const folder = await own.getDirectoryHandle('scans', { create: true })
  const found: Record<string, string> = {}
  for await (const handle of folder.values())
    if (handle.kind === 'file' && !handle.name.endsWith('.age'))
      found[handle.name] = await (await handle.getFile()).text()
  return found
}

export const put = (
  page: Page,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> =>
  page.evaluate(
    fill,
    Object.entries(files).map(
      ([path, content]) => [path, Buffer.from(content).toString('base64')] as const,
    ),
  )

export const served = async (page: Page, moves: Moves = 'refused'): Promise<DeskPage> => {
  await page.route('http://localhost/', route =>
    route.fulfill({ path: join(root, 'dist', 'desk.html'), contentType: 'text/html' }),
  )
  await page.addInitScript(giveFolder, { moves })
  await page.goto('http://localhost/')
  return new DeskPage(page)
}

/** The desk with the documents `a.txt` and `b.txt`, opened from the folder that is chosen. */
export const withTwoOpened = async (
  page: Page,
  moves?: Moves,
): Promise<{ readonly desk: DeskPage; readonly keys: Keys }> => {
  const keys = await newKeys()
  const desk = await served(page, moves)
  await put(page, {
    '1.age': await sealed(keys.recipient, 'first', { name: 'a.txt' }),
    '2.age': await sealed(keys.recipient, 'second', { name: 'b.txt' }),
  })
  await desk.load(keys)
  await page.getByRole('button', { name: 'Choose a folder' }).click()
  await desk.isDone('2 of 2 opened.')
  return { desk, keys }
}
