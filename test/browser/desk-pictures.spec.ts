import { writeFile } from 'node:fs/promises'
import { deflateSync } from 'node:zlib'
import { expect } from 'playwright/test'
import { complaintsInAllColours } from '../axe.ts'
import { drawnPng, pngAround } from '../drawn-png.ts'
import { type Pss, pssOf } from '../memory/pss.ts'
import { chosen, inOwnBrowser, newKeys, sealed, test } from './desk-site.ts'

/** One bit for each of 16,000 x 16,000 pixels: 32 KB that any decoder takes, and makes 1 GB of. */
const vastPng = (): Buffer =>
  pngAround(16_000, 16_000, deflateSync(Buffer.alloc(16_000 * 2_001)), 'bits')

const TOO_LARGE = 'This picture is too large to be shown here. Download it to look at it.'

test('a picture of 256 megapixels is not decoded, says so, and can be saved', async ({
  desk,
  page,
}) => {
  const keys = await newKeys()
  const vast = vastPng()
  await page.evaluate(() => {
    const { createImageBitmap } = window
    Object.assign(window, { decoded: 0 })
    window.createImageBitmap = (...given: unknown[]) => {
      Object.assign(window, { decoded: 1 })
      return Reflect.apply(createImageBitmap, window, given)
    }
  })
  await desk.load(keys)
  await desk.add(
    chosen('1.age', await sealed(keys.recipient, vast, { name: 'vast.png', type: 'image/png' })),
  )
  await desk.isDone('1 of 1 opened.')
  const card = desk.card('vast.png')
  await expect(card.getByText(TOO_LARGE)).toBeVisible()
  await expect(card.getByText('Show the picture')).toHaveCount(0)
  await expect(page.locator('canvas, img')).toHaveCount(0)
  expect(await page.evaluate(() => 'decoded' in window && window.decoded)).toBe(0)
  const saved = await desk.saved(card.getByRole('button', { name: 'Download vast.png' }))
  expect(saved.bytes.equals(vast)).toBe(true)
})

test('a picture is looked at in large, zoomed and closed by keyboard, and is given back then', async ({
  desk,
  page,
}) => {
  const keys = await newKeys()
  const wide = drawnPng(1_600, 800, (x, y) => [x % 256, y % 256, 0])
  await desk.load(keys)
  await desk.add(
    chosen('1.age', await sealed(keys.recipient, wide, { name: 'wide.png', type: 'image/png' })),
  )
  await desk.isDone('1 of 1 opened.')
  const card = desk.card('wide.png')
  const small = card.locator('.thumb canvas')
  const sizeOf = (canvas: HTMLCanvasElement) => [canvas.width, canvas.height]
  expect(await small.evaluate(sizeOf)).toEqual([104, 52])
  const opener = card.getByRole('button', { name: 'Show the picture wide.png' })
  await opener.press('Enter')
  const viewer = page.getByRole('dialog', { name: 'wide.png' })
  const canvas = viewer.getByRole('img', { name: 'wide.png' }).locator('canvas')
  await expect(canvas).toHaveCount(1)
  expect(await canvas.evaluate(sizeOf)).toEqual([1_600, 800])
  await expect(viewer.getByRole('button', { name: 'Close' })).toBeFocused()
  const widthOf = async (): Promise<number> => (await canvas.boundingBox())?.width ?? 0
  const whole = await widthOf()
  await page.keyboard.press('+')
  await page.keyboard.press('+')
  expect((await widthOf()) / whole).toBeCloseTo(2, 1)
  expect(await complaintsInAllColours(page)).toEqual([])
  const pixels = await canvas.evaluateHandle(element => element)
  await page.keyboard.press('Escape')
  await expect(viewer).toHaveCount(0)
  await expect(opener).toBeFocused()
  // The window is hidden, and the focus goes back, before the page hears that it was closed.
  await expect.poll(() => pixels.evaluate(element => (element as HTMLCanvasElement).width)).toBe(0)
  await page.getByRole('button', { name: 'Clear the list' }).click()
  await expect(page.locator('canvas')).toHaveCount(0)
})

test('the keyboard stays in the row where a picture cannot be shown in large, or opened again', async ({
  desk,
  page,
}) => {
  const keys = await newKeys()
  const paths = await Promise.all(
    ['undrawable', 'gone'].map(async name => {
      const png = drawnPng(80, 80, () => [9, 9, 9])
      const path = test.info().outputPath(`${name}.age`)
      const facts = { name: `${name}.png`, type: 'image/png' }
      await writeFile(path, await sealed(keys.recipient, png, facts))
      return path
    }),
  )
  await desk.load(keys)
  await page.locator('#sealed input').setInputFiles(paths)
  await desk.isDone('2 of 2 opened.')
  await page.locator('.file').last().scrollIntoViewIfNeeded()
  await expect(page.locator('.thumb canvas')).toHaveCount(2)
  await page.evaluate(() => {
    window.createImageBitmap = () => Promise.reject(new DOMException('', 'InvalidStateError'))
  })
  await writeFile(paths[1] ?? '', '')
  const viewer = page.getByRole('dialog')
  const tryToShow = async (name: string): Promise<void> => {
    await page.getByRole('button', { name: `Show the picture ${name}` }).press('Enter')
    await expect(viewer.locator('p')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(viewer).toHaveCount(0)
  }
  await tryToShow('undrawable.png')
  await expect(page.getByRole('button', { name: 'Download undrawable.png' })).toBeFocused()
  await tryToShow('gone.png')
  await expect(page.locator('.file').last()).toBeFocused()
})

test('beside a vast picture the browser takes no 60 MiB more than beside a small one', async () => {
  test.skip(process.platform !== 'linux', 'Memory is measured by /proc.')
  test.slow()
  const keys = await newKeys()
  await inOwnBrowser(test.info().outputPath(), async (desk, profile) => {
    await desk.load(keys)
    const add = async (name: string, bytes: Buffer): Promise<void> =>
      desk.add(
        chosen(`${name}.age`, await sealed(keys.recipient, bytes, { name, type: 'image/png' })),
      )
    await add(
      'small.png',
      drawnPng(40, 40, () => [9, 9, 9]),
    )
    await expect(desk.card('small.png').locator('.thumb canvas')).toHaveCount(1)
    const most = async (work: Promise<unknown>): Promise<number> => {
      let [peak, isOver] = [0, false]
      const done = work.finally(() => {
        isOver = true
      })
      while (!isOver) {
        const { all }: Pss = await pssOf(profile)
        peak = Math.max(peak, all)
      }
      await done
      return peak
    }
    const before = await most(
      add(
        'other.png',
        drawnPng(40, 40, () => [8, 8, 8]),
      ),
    )
    const beside = await most(
      (async () => {
        await add('vast.png', vastPng())
        await expect(desk.card('vast.png').getByText(TOO_LARGE)).toBeVisible()
        await desk.card('vast.png').locator('summary').click()
        // Its turn would have come before the one of this.
        await add(
          'last.png',
          drawnPng(40, 40, () => [7, 7, 7]),
        )
        await desk.card('last.png').scrollIntoViewIfNeeded()
        await expect(desk.card('last.png').locator('.thumb canvas')).toHaveCount(1)
      })(),
    )
    expect(beside - before).toBeLessThan(60)
  })
})
