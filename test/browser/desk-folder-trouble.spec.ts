import { test as base, expect } from 'playwright/test'
import { list, put, served } from './desk-folder-site.ts'
import { newKeys, sealed } from './desk-site.ts'

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
