import { writeFile } from 'node:fs/promises'
import { expect } from 'playwright/test'
import { pssOf } from '../memory/pss.ts'
import {
  chosen,
  type DeskPage,
  forged,
  inOwnBrowser,
  newKeys,
  sample,
  sealed,
  test,
} from './desk-site.ts'

const names = (page: DeskPage['page']) => page.locator('.file h4')

test('of a list of several, what is looked for is shown, in the order that is asked for', async ({
  desk,
  page,
}) => {
  const keys = await newKeys()
  const pdf = await sample('pdf/doc_1_3_pages.pdf')
  const seal = async (name: string, bytes: string | Uint8Array, type = 'application/pdf') =>
    chosen(`${name}.age`, await sealed(keys.recipient, bytes, { name, type }))
  await desk.load(keys)
  await expect(page.getByLabel('Find in the list')).toHaveCount(0)
  await desk.add(
    await seal('lease 10.pdf', pdf),
    await seal('Lease 9.pdf', pdf),
    await seal('a letter.txt', 'x'),
    chosen('stranger.age', await sealed((await newKeys()).recipient, 'x')),
    await seal('photo.jpg', await sample('jpg/landscape_6.jpg'), 'image/jpeg'),
  )
  await desk.isDone('4 of 5 opened. 1 could not be opened.')
  const added = ['lease 10.pdf', 'Lease 9.pdf', 'a letter.txt', 'stranger.age', 'photo.jpg']
  await expect(names(page)).toHaveText(added)
  const order = page.getByLabel('Sort by')
  await order.selectOption('Name')
  const byName = ['a letter.txt', 'Lease 9.pdf', 'lease 10.pdf', 'photo.jpg', 'stranger.age']
  await expect(names(page)).toHaveText(byName)
  await order.selectOption('Size')
  await expect(names(page).first()).toHaveText('photo.jpg')
  await order.selectOption('Sealed')
  await expect(names(page)).toHaveCount(5)
  await order.selectOption('As added')
  await page.getByLabel('Find in the list').fill('LEASE')
  await expect(names(page)).toHaveText(added.slice(0, 2))
  const status = page.getByRole('status').filter({ hasText: 'shown' })
  await expect(status).toHaveText('2 of 5 shown.')
  await page.getByLabel('Find in the list').fill('')
  const only = page.getByRole('button', { name: 'Only with remarks' })
  await only.focus()
  await page.keyboard.press('Enter')
  await expect(only).toHaveAttribute('aria-pressed', 'true')
  // One that nobody can check, and one that nobody could open.
  await expect(names(page)).toHaveText(['a letter.txt', 'stranger.age'])
  await page.getByRole('button', { name: 'Clear the list' }).click()
  await desk.add(await seal('b.pdf', pdf), await seal('c.pdf', pdf))
  await desk.isDone('2 of 2 opened.')
  await expect(names(page)).toHaveCount(2)
  await expect(only).toHaveAttribute('aria-pressed', 'false')
})

test('two presses at once leave the list as it was', async ({ desk, page }) => {
  await desk.add(chosen('1.age', 'x'), chosen('2.age', 'y'))
  const only = page.locator('.choice button')
  await only.evaluate(async (button: HTMLElement) => {
    button.click()
    button.click()
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
  })
  await expect(only).toHaveAttribute('aria-pressed', 'false')
})

test('what was opened can be saved when the identity is forgotten', async ({ desk, page }) => {
  const keys = await newKeys()
  await desk.load(keys)
  await desk.add(chosen('1.age', await sealed(keys.recipient, 'hello', { name: 'a.txt' })))
  await desk.isDone('1 of 1 opened.')
  await page.getByRole('button', { name: 'Forget it' }).click()
  const saved = await desk.saved(desk.card('a.txt').getByRole('button', { name: 'Download' }))
  expect(saved.bytes.toString()).toBe('hello')
})

test('a file that was changed or taken away after it was opened is not saved, and says why', async ({
  desk,
  page,
}) => {
  const keys = await newKeys()
  await desk.load(keys)
  const paths = await Promise.all(
    ['gone', 'other'].map(async name => {
      const path = test.info().outputPath(`${name}.age`)
      await writeFile(path, await sealed(keys.recipient, name, { name: `${name}.txt` }))
      return path
    }),
  )
  await page.locator('#sealed input').setInputFiles(paths)
  await desk.isDone('2 of 2 opened.')
  await writeFile(paths[0] ?? '', '')
  await writeFile(paths[1] ?? '', await forged(keys.recipient, 'evil', []))
  await desk.card('gone.txt').getByRole('button', { name: 'Download' }).click()
  await desk.isDone('1 of 2 opened. 1 could not be opened.')
  await expect(desk.card('gone.age').getByText('It could not be read.')).toBeVisible()
  await expect(page.locator('.file').first()).toBeFocused()
  await page.getByRole('button', { name: 'Download all as an archive' }).click()
  await desk.isDone('0 of 2 opened. 2 could not be opened.')
  await expect(page.getByRole('button', { name: 'Download all' })).toHaveCount(0)
})

test('three hundred documents of 1 MiB are opened and saved with no 300 MiB more', async () => {
  test.skip(process.platform !== 'linux', 'Memory is measured by /proc.')
  test.setTimeout(480_000)
  const COUNT = 300
  const keys = await newKeys()
  const paths = await Promise.all(
    Array.from({ length: COUNT }, async (_, n) => {
      const bytes = new Uint8Array(1 << 20).fill(n)
      const path = test.info().outputPath(`${n}.age`)
      await writeFile(path, await sealed(keys.recipient, bytes, { name: `document ${n}.txt` }))
      return path
    }),
  )
  await inOwnBrowser(test.info().outputPath(), async (desk, profile) => {
    const { page } = desk
    await desk.load(keys)
    const [first = '', ...others] = paths
    await page.locator('#sealed input').setInputFiles(first)
    await desk.isDone('1 of 1 opened.')
    const idle = await pssOf(profile)
    await page.locator('#sealed input').setInputFiles(others)
    await expect(page.locator('.summary')).toHaveText(`${COUNT} of ${COUNT} opened.`, {
      timeout: 400_000,
    })
    const after = await pssOf(profile)
    expect(after.all - idle.all).toBeLessThan(300)
    const name = `document ${COUNT - 1}.txt`
    const saved = await desk.saved(desk.card(name).getByRole('button', { name: 'Download' }))
    expect(saved.bytes.length).toBe(1 << 20)
  })
})
