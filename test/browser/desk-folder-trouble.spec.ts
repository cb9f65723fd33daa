import { test as base, expect, type Page } from 'playwright/test'
import { complaintsInAllColours } from '../axe.ts'
import { list, put, served, withTwoOpened } from './desk-folder-site.ts'
import { chosen, newKeys, sealed } from './desk-site.ts'

base(
  'a document whose name the browser refuses is saved under one like it, or left out and not counted, and those behind it are saved',
  async ({ page }) => {
    const keys = await newKeys()
    const desk = await served(page)
    const names = ['a.lnk', 'b.url', '~$c.doc', 'd~', 'e.{f}', 'refused.txt', 'last.txt']
    for (const [at, name] of names.entries())
      await put(page, { [`${at}.age`]: await sealed(keys.recipient, name, { name }) })
    await desk.load(keys)
    await page.getByRole('button', { name: 'Choose a folder' }).click()
    await desk.isDone('7 of 7 opened.')
    // As Chromium does in folders that are not the origin's own.
    await page.evaluate(() => {
      const { getFileHandle } = FileSystemDirectoryHandle.prototype
      FileSystemDirectoryHandle.prototype.getFileHandle = function (name, options) {
        return /^~|~$|\.(lnk|url|\{.*\})$|^refused/.test(name)
          ? Promise.reject(new TypeError('Name is not allowed'))
          : Reflect.apply(getFileHandle, this, [name, options])
      }
    })
    await page.getByRole('button', { name: 'Save all into a folder' }).click()
    await expect(page.locator('.small.bad', { hasText: '6 of 7 saved into' })).toBeVisible()
    await expect(page.locator('.names li')).toHaveText(['refused.txt'])
    expect(await page.evaluate(list)).toEqual({
      'a.lnk_': 'a.lnk',
      'b.url_': 'b.url',
      '_$c.doc': '~$c.doc',
      d_: 'd~',
      'e.{f}_': 'e.{f}',
      'last.txt': 'last.txt',
    })
  },
)

base(
  'what the browser refuses is named, ten of it at most, and no name turns the text around it',
  async ({ page }) => {
    const keys = await newKeys()
    const desk = await served(page)
    for (let at = 0; at < 12; at++) {
      const name = `refused \u202e${at} ש<b>.txt`
      await put(page, { [`${at}.age`]: await sealed(keys.recipient, `${at}`, { name }) })
    }
    await desk.load(keys)
    await page.getByRole('button', { name: 'Choose a folder' }).click()
    await desk.isDone('12 of 12 opened.')
    await page.evaluate(() => {
      FileSystemDirectoryHandle.prototype.getFileHandle = () =>
        Promise.reject(new TypeError('Name is not allowed'))
    })
    const save = page.getByRole('button', { name: 'Save all into a folder' })
    await save.click()
    await expect(page.getByText('0 of 12 saved into the folder.')).toBeVisible()
    const said = page.getByRole('status').filter({ hasText: 'saved into the folder' })
    await expect(said).toContainText('the browser refuses their names. Download each by itself:')
    const names = page.locator('.names bdi')
    await expect(names).toHaveCount(10)
    await expect(names.first()).toHaveText('refused 0 ש_b_.txt')
    await expect(page.getByText('10 of 12 shown.')).toBeVisible()
    await page.setViewportSize({ width: 260, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
    expect(await complaintsInAllColours(page)).toEqual([])
    await page.getByRole('button', { name: 'Clear the list' }).click()
    await expect(names).toHaveCount(0)
  },
)

/** Runs in the page: what is written waits until the page is told to go on, and is counted. */
const holdWrites = (): void => {
  const { write } = FileSystemWritableFileStream.prototype
  const { promise, resolve } = Promise.withResolvers<void>()
  Object.assign(window, { writes: 0, goOn: resolve })
  FileSystemWritableFileStream.prototype.write = async function (data) {
    Object.assign(window, { writes: Number(Reflect.get(window, 'writes')) + 1 })
    await promise
    return Reflect.apply(write, this, [data])
  }
}
const goOn = (): void => Reflect.get(window, 'goOn')()
const writes = (page: Page): Promise<unknown> => page.evaluate(() => Reflect.get(window, 'writes'))

base(
  'while a folder is filled, other files can be added, and no second saving starts',
  async ({ page }) => {
    const { desk, keys } = await withTwoOpened(page)
    await page.evaluate(holdWrites)
    const save = page.getByRole('button', { name: 'Save all into a folder' })
    await save.click()
    await expect.poll(() => writes(page)).toBe(1)
    await desk.add(chosen('3.age', await sealed(keys.recipient, 'third', { name: 'c.txt' })))
    await desk.isDone('3 of 3 opened.')
    await expect(page.getByText('0 of 2 saved into the folder.')).toBeVisible()
    // Seen, and not said each time.
    const said = page.getByRole('status').filter({ hasText: 'saved into the folder' })
    await expect(said).toHaveCount(0)
    await expect(save).toHaveAttribute('aria-disabled', 'true')
    await save.press('Enter')
    await page.evaluate(goOn)
    await expect(said).toHaveText('2 of 2 saved into the folder.')
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    await expect(save).toHaveAttribute('aria-disabled', 'false')
    // The first one twice: files may not be moved here.
    expect(await writes(page)).toBe(3)
    expect(await page.evaluate(list)).toEqual({ 'a.txt': 'first', 'b.txt': 'second' })
  },
)

base(
  'a list that is cleared while it is saved is saved no further, and nothing is said of it',
  async ({ page }) => {
    const keys = await newKeys()
    const desk = await served(page)
    const files = {
      '1.age': await sealed(keys.recipient, 'first', { name: 'a.txt' }),
      '2.age': await sealed(keys.recipient, 'second', { name: 'b.txt' }),
    }
    await put(page, files)
    await desk.load(keys)
    await page.getByRole('button', { name: 'Choose a folder' }).click()
    await desk.isDone('2 of 2 opened.')
    await page.evaluate(holdWrites)
    const save = page.getByRole('button', { name: 'Save all into a folder' })
    await save.click()
    await expect.poll(() => writes(page)).toBe(1)
    await page.getByRole('button', { name: 'Clear the list' }).click()
    await page.getByRole('button', { name: 'Choose a folder' }).click()
    await desk.isDone('2 of 2 opened.')
    await page.evaluate(goOn)
    await expect(save).toHaveAttribute('aria-disabled', 'false')
    await expect(page.getByText('saved into the folder')).toHaveCount(0)
    expect(await page.evaluate(list)).toEqual({ 'a.txt': 'first' })
    expect(await writes(page)).toBe(2)
  },
)

base(
  'what cannot be read in a folder is said to be missing, and the rest of it is opened',
  async ({ page }) => {
    const keys = await newKeys()
    const desk = await served(page)
    const seal = (name: string) => sealed(keys.recipient, name, { name })
    await put(page, {
      '1.age': await seal('a.txt'),
      '2.age': await seal('b.txt'),
      'below/3.age': await seal('c.txt'),
      'locked/4.age': await seal('d.txt'),
    })
    await page.evaluate(() => {
      const { getFile } = FileSystemFileHandle.prototype
      const { values } = FileSystemDirectoryHandle.prototype
      const refusal = (): DOMException => new DOMException('', 'NotReadableError')
      FileSystemFileHandle.prototype.getFile = function () {
        return this.name === '1.age' ? Promise.reject(refusal()) : Reflect.apply(getFile, this, [])
      }
      FileSystemDirectoryHandle.prototype.values = function () {
        if (this.name === 'locked') throw refusal()
        return Reflect.apply(values, this, [])
      }
    })
    await desk.load(keys)
    await page.getByRole('button', { name: 'Choose a folder' }).click()
    await desk.isDone('2 of 2 opened.')
    await expect(page.locator('.file h4')).toHaveText(['b.txt', 'c.txt'])
    await expect(page.getByText('Not everything in the folder was read.')).toBeVisible()
  },
)

base(
  'of a folder that is too deep or too large it is said that not all of it was read',
  async ({ page }) => {
    const keys = await newKeys()
    const desk = await served(page)
    const age = await sealed(keys.recipient, 'first')
    await put(page, { '1.age': age, [`${'below/'.repeat(16)}2.age`]: age })
    await desk.load(keys)
    const choose = page.getByRole('button', { name: 'Choose a folder' })
    await choose.click()
    await desk.isDone('2 of 2 opened.')
    const said = page.getByText('Not everything in the folder was read.')
    await expect(said).toHaveCount(0)
    await put(page, { [`${'below/'.repeat(17)}3.age`]: age })
    await choose.click()
    await desk.isDone('4 of 4 opened.')
    await expect(said).toBeVisible()
    await page.getByRole('button', { name: 'Clear the list' }).click()
    // As many folders as are looked at, before what is sealed.
    await page.evaluate(() => {
      const { values } = FileSystemDirectoryHandle.prototype
      async function* many(this: FileSystemDirectoryHandle) {
        if (this.name !== 'scans') return
        for (let n = 0; n < 5_000; n++) yield this.getDirectoryHandle('below')
        yield* Reflect.apply(values, this, [])
      }
      Object.assign(FileSystemDirectoryHandle.prototype, { values: many })
    })
    await choose.click()
    await expect(said).toBeVisible()
    await expect(page.locator('.file')).toHaveCount(0)
  },
)

base(
  'a file that another program makes at the last moment is neither overwritten nor removed',
  async ({ page }) => {
    await withTwoOpened(page)
    await page.evaluate(() => {
      const { getFileHandle } = FileSystemDirectoryHandle.prototype
      const { createWritable } = FileSystemFileHandle.prototype
      const writeTheirs = async (file: FileSystemFileHandle): Promise<void> => {
        const stream = await Reflect.apply(createWritable, file, [])
        await stream.write('theirs')
        await stream.close()
      }
      FileSystemDirectoryHandle.prototype.getFileHandle = async function (name, options) {
        const file = await Reflect.apply(getFileHandle, this, [name, options])
        if (name === 'a.txt' && options?.create) await writeTheirs(file)
        return file
      }
      FileSystemFileHandle.prototype.createWritable = async function (options) {
        if (this.name !== 'b.txt') return Reflect.apply(createWritable, this, [options])
        await writeTheirs(this)
        throw new DOMException('', 'NoModificationAllowedError')
      }
    })
    await page.getByRole('button', { name: 'Save all into a folder' }).click()
    await expect(page.getByText('1 of 2 saved into the folder.')).toBeVisible()
    await expect(page.getByText('could not write into the folder')).toBeVisible()
    const expected = { 'a.txt': 'theirs', 'a (2).txt': 'first', 'b.txt': 'theirs' }
    expect(await page.evaluate(list)).toEqual(expected)
  },
)

base(
  'where the browser gives no folder it is said, and not where a person chose none',
  async ({ page }) => {
    const keys = await newKeys()
    const desk = await served(page)
    await desk.load(keys)
    await desk.add(chosen('1.age', await sealed(keys.recipient, 'first', { name: 'a.txt' })))
    await desk.isDone('1 of 1 opened.')
    const pick = (name: string): Promise<unknown> =>
      page.evaluate(refusal => {
        const showDirectoryPicker = () => Promise.reject(new DOMException('', refusal))
        Object.assign(window, { showDirectoryPicker })
      }, name)
    const choose = page.getByRole('button', { name: 'Choose a folder' })
    const save = page.getByRole('button', { name: 'Save all into a folder' })
    const unread = page.getByText('The folder could not be read.')
    const stopped = page.getByText('The browser could not write into the folder.')
    await pick('SecurityError')
    await save.click()
    await expect(stopped).toContainText('0 of 1 saved into the folder.')
    await choose.click()
    await expect(unread).toBeVisible()
    await expect(stopped).toHaveCount(0)
    await desk.add(chosen('2.age', await sealed(keys.recipient, 'second', { name: 'b.txt' })))
    await desk.isDone('2 of 2 opened.')
    await expect(unread).toHaveCount(0)
    await pick('AbortError')
    await choose.click()
    await save.click()
    await page.evaluate(() => new Promise(requestAnimationFrame))
    await expect(unread.or(stopped)).toHaveCount(0)
  },
)
