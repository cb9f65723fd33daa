import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test as base, expect, type Page } from 'playwright/test'
import { DeskPage, newKeys, root, sealed, test } from './desk-site.ts'

// No driver can press the button of the dialog in which a person chooses a folder. What it gives is a handle, as of a folder of the
// origin's own: that takes its place here. A page from the disk has no such folder, so this desk is served.

/** What lies in the folder that is chosen: text by path. */
type Listing = Readonly<Record<string, string>>

/** Runs in the page, before the desk does. */
const giveFolder = ({ canMove }: { readonly canMove: boolean }): void => {
  const showDirectoryPicker = async (): Promise<FileSystemDirectoryHandle> => {
    const own = await navigator.storage.getDirectory()
    return own.getDirectoryHandle('scans', { create: true })
  }
  Object.assign(window, { showDirectoryPicker })
  if (!canMove) Reflect.deleteProperty(FileSystemFileHandle.prototype, 'move')
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
const list = async (): Promise<Listing> => {
  const own = await navigator.storage.getDirectory()
  const folder = await own.getDirectoryHandle('scans', { create: true })
  const found: Record<string, string> = {}
  for await (const handle of folder.values())
    if (handle.kind === 'file' && !handle.name.endsWith('.age'))
      found[handle.name] = await (await handle.getFile()).text()
  return found
}

const put = (page: Page, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> =>
  page.evaluate(
    fill,
    Object.entries(files).map(
      ([path, content]) => [path, Buffer.from(content).toString('base64')] as const,
    ),
  )

const served = async (page: Page, canMove = true): Promise<DeskPage> => {
  await page.route('http://localhost/', route =>
    route.fulfill({ path: join(root, 'dist', 'desk.html'), contentType: 'text/html' }),
  )
  await page.addInitScript(giveFolder, { canMove })
  await page.goto('http://localhost/')
  return new DeskPage(page)
}

for (const canMove of [true, false])
  base(
    `a folder is opened and saved in, and nothing in it is overwritten, where files ${canMove ? 'can' : 'cannot'} be moved`,
    async ({ page }) => {
      const keys = await newKeys()
      const desk = await served(page, canMove)
      const seal = (text: string, name: string) =>
        sealed(keys.recipient, text, { name, type: 'text/plain' })
      await put(page, {
        '1.age': await seal('first', 'a.txt'),
        'below/deep/2.age': await seal('second', 'a.txt'),
        'below/without-suffix': await seal('third', 'b:c\u202e.txt'),
        'note.txt': 'mine',
        'a.txt': 'mine, too',
      })
      await desk.load(keys)
      await page.getByRole('button', { name: 'Choose a folder' }).press('Enter')
      await desk.isDone('3 of 3 opened.')
      await page.getByRole('button', { name: 'Save all into a folder' }).press('Enter')
      await expect(page.getByText('3 of 3 saved into the folder.')).toBeVisible()
      const once = await page.evaluate(list)
      expect(Object.keys(once).sort()).toEqual(
        ['a.txt', 'a (2).txt', 'a (3).txt', 'b_c.txt', 'note.txt'].sort(),
      )
      expect(once['a.txt']).toBe('mine, too')
      expect(once['note.txt']).toBe('mine')
      expect(Object.values(once).sort()).toEqual(['first', 'mine', 'mine, too', 'second', 'third'])
      await page.getByRole('button', { name: 'Save all into a folder' }).click()
      const count = async (): Promise<number> =>
        // One that is moved meanwhile cannot be read.
        Object.keys(await page.evaluate(list).catch(() => ({}))).length
      await expect.poll(count).toBe(8)
    },
  )

base(
  'a folder that takes no more says so, keeps what is whole, and holds no half file',
  async ({ page }) => {
    const keys = await newKeys()
    const desk = await served(page)
    await put(page, {
      '1.age': await sealed(keys.recipient, 'first', { name: 'a.txt' }),
      '2.age': await sealed(keys.recipient, 'second', { name: 'b.txt' }),
    })
    await desk.load(keys)
    await page.getByRole('button', { name: 'Choose a folder' }).click()
    await desk.isDone('2 of 2 opened.')
    await page.evaluate(() => {
      const { write } = FileSystemWritableFileStream.prototype
      let writes = 0
      FileSystemWritableFileStream.prototype.write = function (data) {
        if (++writes === 2) return Promise.reject(new DOMException('', 'QuotaExceededError'))
        return Reflect.apply(write, this, [data])
      }
    })
    await page.getByRole('button', { name: 'Save all into a folder' }).click()
    const said = page.getByRole('status').filter({ hasText: 'could not write into the folder' })
    await expect(said).toContainText('1 of 2 saved into the folder.')
    expect(await page.evaluate(list)).toEqual({ 'a.txt': 'first' })
  },
)

base('a folder without anything sealed is said to be so', async ({ page }) => {
  const desk = await served(page)
  await put(page, { 'note.txt': 'mine' })
  await page.getByRole('button', { name: 'Choose a folder' }).click()
  await expect(page.getByText('There is no sealed file in this folder.')).toBeVisible()
  await expect(desk.page.locator('.file')).toHaveCount(0)
})

test('a dropped folder is opened with those in it, on a desk from the disk', async ({
  desk,
  page,
}) => {
  const keys = await newKeys()
  const folder = test.info().outputPath('scans')
  await mkdir(join(folder, 'below'), { recursive: true })
  await writeFile(join(folder, '1.age'), await sealed(keys.recipient, 'a', { name: 'a.txt' }))
  await writeFile(
    join(folder, 'below', '2.age'),
    await sealed(keys.recipient, 'b', { name: 'b.txt' }),
  )
  await writeFile(join(folder, 'note.txt'), 'mine')
  await desk.load(keys)
  const { x = 0, y = 0 } = (await page.locator('#sealed').boundingBox()) ?? {}
  const client = await page.context().newCDPSession(page)
  const data = { items: [], files: [folder], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await client.send('Input.dispatchDragEvent', { type, x: x + 10, y: y + 10, data })
  await desk.isDone('2 of 2 opened.')
  await expect(page.locator('.file h4')).toHaveText(['a.txt', 'b.txt'])
})
