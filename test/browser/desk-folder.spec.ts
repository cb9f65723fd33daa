import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test as base, expect } from 'playwright/test'
import { list, put, served, withTwoOpened } from './desk-folder-site.ts'
import { newKeys, sealed, test } from './desk-site.ts'

const HOW = { done: 'can', refused: 'may not', unknown: 'cannot' } as const

for (const moves of ['done', 'refused', 'unknown'] as const)
  base(
    `a folder is opened and saved in, and nothing in it is overwritten, where files ${HOW[moves]} be moved`,
    async ({ page }) => {
      const keys = await newKeys()
      const desk = await served(page, moves)
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

// Where the move is refused, the first document is written twice, and no other.
for (const [moves, last] of [
  ['done', 2],
  ['refused', 3],
  ['unknown', 2],
] as const)
  base(
    `a folder that takes no more says so, keeps what is whole, and holds no half file, where files ${HOW[moves]} be moved`,
    async ({ page }) => {
      await withTwoOpened(page, moves)
      await page.evaluate(lastWrite => {
        const { write } = FileSystemWritableFileStream.prototype
        let writes = 0
        FileSystemWritableFileStream.prototype.write = function (data) {
          if (++writes === lastWrite)
            return Promise.reject(new DOMException('', 'QuotaExceededError'))
          return Reflect.apply(write, this, [data])
        }
      }, last)
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
