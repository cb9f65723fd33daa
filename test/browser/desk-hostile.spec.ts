import { createHash } from 'node:crypto'
import { expect, type Page } from 'playwright/test'
import { chosen, forged, type Keys, newKeys, sample, sealed, test, unfoldAll } from './desk-site.ts'
import { unzipped } from './zip.ts'

const HTML = '<!doctype html><script>document.title = "pwned"; window.pwned = 1</script>'
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" onload="window.pwned=1"><script>1</script></svg>'
const MARKUP = '<img src=x onerror="window.pwned=1"><b>bold</b>'

const record = (bytes: string, changes: object = {}): string =>
  JSON.stringify({
    v: 1,
    name: 'a.pdf',
    type: 'application/pdf',
    size: Buffer.byteLength(bytes),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    checks: [],
    remarks: [],
    sealedAt: '2026-01-01T00:00:00.000Z',
    by: 'test',
    ...changes,
  })

/** Nothing of it ran, and no element came out of a text. */
const isUnharmed = async (page: Page): Promise<void> => {
  await unfoldAll(page)
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false)
  await expect(page.locator('iframe, object, embed, svg, b, [onerror], [onload]')).toHaveCount(0)
}

let keys: Keys
test.beforeEach(async () => {
  keys = await newKeys()
})

test('a page or drawing with scripts is never drawn, whatever it is called', async ({
  desk,
  page,
}) => {
  await desk.load(keys)
  await desk.add(
    chosen('1.age', await sealed(keys.recipient, HTML, { name: 'passport.pdf' })),
    chosen('2.age', await sealed(keys.recipient, SVG, { name: 'a.svg', type: 'image/svg+xml' })),
    chosen('3.age', await sealed(keys.recipient, HTML, { name: 'b.html', type: 'text/html' })),
    chosen('4.age', await sealed(keys.recipient, SVG, { name: 'c.png', type: 'image/png' })),
  )
  await desk.isDone('4 of 4 opened.')
  await expect(page.locator('img, canvas')).toHaveCount(0)
  for (const [name, words] of [
    ['passport.pdf', 'This is HTML, which can run scripts when it is opened.'],
    ['passport.pdf', 'The name does not say what kind of file it is.'],
    ['a.svg', 'This is SVG, which can run scripts when it is opened.'],
    ['b.html', 'This is HTML, which can run scripts when it is opened.'],
    ['c.png', 'This is SVG, which can run scripts when it is opened.'],
    ['c.png', 'The sender’s browser says otherwise. Kind: PNG'],
  ] as const)
    await expect(desk.warning(name, words)).toBeVisible()
  await isUnharmed(page)
})

test('a whole PDF whose name makes a program of it is not shown as a clean one', async ({
  desk,
}) => {
  const bytes = '/*\n%PDF-1.4\nxref\n0 0\ntrailer\n<<>>\nstartxref\n12\n%%EOF\n*/WScript.Echo(1)'
  await desk.load(keys)
  await desk.add(
    chosen('1.age', await sealed(keys.recipient, bytes, { name: 'Invoice.pdf.js' })),
    chosen('2.age', await sealed(keys.recipient, bytes, { name: 'Invoice.pdf' })),
  )
  await desk.isDone('2 of 2 opened.')
  const words = 'The name does not say what kind of file it is.'
  await expect(desk.warning('Invoice.pdf.js', words)).toBeVisible()
  await expect(desk.warning('Invoice.pdf', words)).toHaveCount(0)
})

test('a document is saved even where its URL is opened as a page', async ({
  desk,
  page,
  context,
}) => {
  await desk.load(keys)
  await desk.add(chosen('1.age', await sealed(keys.recipient, HTML, { name: 'a.html' })))
  await desk.isDone('1 of 1 opened.')
  // Without the attribute a browser follows the link, and goes by the type of the blob alone.
  await page.evaluate(() => {
    const { click } = HTMLAnchorElement.prototype
    HTMLAnchorElement.prototype.click = function followed() {
      this.removeAttribute('download')
      click.call(this)
    }
  })
  const followed = await desk.saved(desk.card('a.html').getByRole('button', { name: 'Download' }))
  expect(followed.bytes.toString()).toBe(HTML)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  for (const other of context.pages()) expect(await other.title()).not.toBe('pwned')
  await isUnharmed(page)
})

test('a picture that is a page, too, is a picture', async ({ desk, page }) => {
  const jpg = await sample('jpg/landscape_6.jpg')
  const comment = Buffer.from(`\xff\xfe\x00\x00${HTML}`, 'latin1')
  comment.writeUInt16BE(comment.length - 2, 2)
  const both = Buffer.concat([jpg.subarray(0, 2), comment, jpg.subarray(2)])
  await desk.load(keys)
  await desk.add(chosen('1.age', await sealed(keys.recipient, both, { name: 'a.html' })))
  await desk.isDone('1 of 1 opened.')
  await expect(
    desk.warning('a.html', 'The name does not say what kind of file it is.'),
  ).toBeVisible()
  await desk.card('a.html').getByRole('button', { name: 'Show the picture' }).click()
  const picture = page.getByRole('dialog', { name: 'a.html' })
  await expect(picture.locator('canvas')).toHaveCount(1)
  // The window's buttons have drawings of their own.
  await picture.getByRole('button', { name: 'Close' }).click()
  await isUnharmed(page)
})

test('names are made safe, and what was claimed is spelled out', async ({ desk, page }) => {
  const names = [
    ['../../etc/passwd', 'passwd', '../../etc/passwd'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe', 'invoice⟨U+202E⟩fdp.exe'],
    ['CON', '_CON', 'CON'],
    ['nul.txt', '_nul.txt', 'nul.txt'],
    ['a\u0000b.pdf.', 'ab.pdf', 'a⟨U+0000⟩b.pdf.'],
    [MARKUP, `b>`, MARKUP],
  ] as const
  await desk.load(keys)
  await desk.add(
    ...(await Promise.all(
      names.map(async ([name], index) =>
        chosen(
          `${index}.age`,
          await forged(keys.recipient, `${index}`, [record(`${index}`, { name })]),
        ),
      ),
    )),
  )
  await desk.isDone('6 of 6 opened.')
  for (const [index, [, shown, claimed]] of names.entries()) {
    const card = page.locator('.file').nth(index)
    await expect(card.getByRole('heading')).toHaveText(shown)
    await expect(card.getByText('Name:').locator('bdi')).toHaveText(claimed)
  }
  // Also where the name is used for saving.
  const { name } = await desk.saved(
    page.locator('.file').last().getByRole('button', { name: 'Download' }),
  )
  expect(name).toBe('b_')
  await isUnharmed(page)
})

test('what a record says is only text, however strange', async ({ desk, page }) => {
  const strange = record('x', {
    type: 'text/html;<script>',
    by: MARKUP,
    checks: ['constructor', MARKUP],
    remarks: ['__proto__', 'toString'],
    sealedAt: '+275760-09-13T00:00:00.000Z',
    lastModified: 8.64e15,
  })
  await desk.load(keys)
  await desk.add(chosen('1.age', await forged(keys.recipient, 'x', [strange])))
  await desk.isDone('1 of 1 opened.')
  const card = desk.card('a.pdf')
  await card.getByText('What the sender’s browser says').click()
  const table = card.getByRole('table')
  for (const words of ['“constructor”', '“__proto__”', '“toString”', MARKUP, 'text/html;<script>'])
    await expect(table).toContainText(words)
  await expect(table).toContainText('+275760-09-13')
  await isUnharmed(page)
})

test('broken and lying files release nothing, and each says why', async ({ desk, page }) => {
  const good = await sealed(keys.recipient, 'x'.repeat(100), { name: 'good.txt' })
  const flipped = Buffer.from(good)
  flipped[flipped.length - 1] = (flipped.at(-1) ?? 0) ^ 1
  const noise = { args: ['grease', 'x'.repeat(1 << 20)], body: new Uint8Array(0) }
  const files = {
    'cut.age': good.subarray(0, -10),
    'flipped.age': flipped,
    'two-records.age': await forged(keys.recipient, 'x', [record('x'), record('x')]),
    'liar.age': await forged(keys.recipient, 'x', [record('x', { size: 2 })]),
    'no-record.age': await forged(keys.recipient, 'x', ['{"v":1}']),
    'huge-header.age': await forged(keys.recipient, 'x', [record('x')], [noise]),
  }
  await desk.load(keys)
  await desk.add(
    ...Object.entries(files).map(([name, bytes]) => chosen(name, bytes)),
    chosen('letter.txt', 'Dear Sir'),
    chosen('stranger.age', await sealed((await newKeys()).recipient, 'x')),
    chosen('empty.age', ''),
    chosen('<img src=x onerror=window.pwned=1>.age', ''),
  )
  await desk.isDone('0 of 10 opened. 10 could not be opened.')
  for (const name of Object.keys(files))
    await expect(desk.card(name).getByText('Damaged.')).toBeVisible()
  for (const name of ['letter.txt', 'empty.age'])
    await expect(desk.card(name).getByText('Not a sealed file')).toBeVisible()
  await expect(desk.card('stranger.age').getByText('sealed for someone else')).toBeVisible()
  await expect(page.locator('a, .file button, img, canvas')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Download all' })).toHaveCount(0)
  await isUnharmed(page)
})

test('a name of two hundred letters is shown to its end, in each place', async ({ desk, page }) => {
  const long = `${'a'.repeat(190)}.pdf.exe`
  await desk.load(keys)
  await desk.add(
    chosen(`${'b'.repeat(190)}.end.age`, await sealed(keys.recipient, 'x', { name: long })),
    chosen(`${'c'.repeat(190)}.end.age`, 'x'),
  )
  await desk.isDone('1 of 2 opened. 1 could not be opened.')
  const card = desk.card(long)
  await card.getByText('What the sender’s browser says').click()
  await expect(card.getByRole('table').getByText(long)).toHaveCount(2)
  await expect(card.getByRole('definition').getByText(/b{190}\.end\.age$/)).toBeVisible()
  await expect(page.getByRole('heading', { name: /c{190}\.end\.age$/ })).toBeVisible()
  const saved = await desk.saved(card.getByRole('button', { name: `Download ${long}` }))
  expect(saved.name).toBe(long)
})

test('no name turns the text around it, and none of its marks gets into what is saved', async ({
  desk,
  page,
}) => {
  const marks = '\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c'
  const name = `a${marks}fdp.exe`
  await desk.load(keys)
  await desk.add(
    chosen(`in${marks}.age`, await forged(keys.recipient, 'x', [record('x', { name })])),
    chosen(`no${marks}.age`, 'x'),
    chosen('2.age', await sealed(keys.recipient, 'y', { name: 'שלום.pdf' })),
  )
  await desk.isDone('2 of 3 opened. 1 could not be opened.')
  await unfoldAll(page)
  const texts = await page.evaluate(() => [
    document.body.innerHTML,
    ...[...document.querySelectorAll('[aria-label]')].map(element => element.ariaLabel ?? ''),
  ])
  for (const text of texts) expect(text).not.toMatch(/[\u202a-\u202e\u2067\u200e\u200f\u061c]/)
  // What is in other letters stands apart from the words around it.
  const loose = await page.evaluate(() =>
    [...document.querySelectorAll('.file *')]
      .filter(element =>
        [...element.childNodes].some(
          node => node.nodeType === 3 && /[א-ת]/.test(node.textContent ?? ''),
        ),
      )
      .filter(element => element.checkVisibility() && !element.matches('bdi, .unseen'))
      .map(element => element.outerHTML),
  )
  expect(loose).toEqual([])
  const single = await desk.saved(desk.card('afdp.exe').getByRole('button', { name: 'Download' }))
  expect(single.name).toBe('afdp.exe')
  const { bytes } = await desk.saved(page.getByRole('button', { name: 'Download all' }))
  expect(unzipped(bytes).map(([entry]) => entry)).toEqual(['afdp.exe', 'שלום.pdf'])
})

test('the list as CSV holds no formula, whatever documents and files are called', async ({
  desk,
  page,
}) => {
  await desk.load(keys)
  const name = '=HYPERLINK("http:x.y","a")'
  await desk.add(
    chosen('-1+1.age', await forged(keys.recipient, 'x', [record('x', { name, type: '@SUM(1)' })])),
    chosen('＝1.age', 'x'),
    chosen('a;=1,"b".age', 'x'),
  )
  await desk.isDone('1 of 3 opened. 2 could not be opened.')
  const { name: file, bytes } = await desk.saved(
    page.getByRole('button', { name: 'Download the list (CSV)' }),
  )
  expect(file).toBe('documents.csv')
  const lines = bytes.toString().split('\r\n')
  expect(lines).toHaveLength(5)
  expect(lines[0]).toMatch(/^\ufeff"file","status","saved as",/)
  expect(lines[1]).toContain(`"'-1+1.age","opened","'=HYPERLINK(_http_x.y_,_a_)"`)
  expect(lines[2]).toContain(`"'＝1.age","failed"`)
  expect(lines[3]).toContain(`"a;'=1,""b"".age","failed"`)
  expect(bytes.toString()).not.toMatch(/(^|[;,|"\t\r\n])\s*[=+\-@＝＋－＠]/)
})
