import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, type Locator, type Page } from 'playwright/test'
import { paddedPdf } from '../documents.ts'
import { chooseBy } from './chooser.ts'
import { HEIC, JPG, largePdf, PDF, PNG, pointAt, test } from './element-site.ts'
import { type SpeechLog, startSpeechLog } from './speech-log.ts'

/** Without pictures: when one has been decoded, and can be opened, no clock of the page's says. */
const form = (attributes: string): string =>
  `<form action="/apply" method="post"><label for="papers">Identity documents</label>
  <seal-drop id="papers" name="papers" multiple previews="off" ${attributes}></seal-drop>
  <button>Apply</button></form>`

/** The element in a page whose clock stands still. */
const quiet = async (
  page: Page,
  open: (body: string) => Promise<Locator>,
  attributes: string,
): Promise<{ widget: Locator; log: SpeechLog }> => {
  await page.clock.install()
  const widget = await open(form(attributes))
  await pointAt(widget)
  // Not so soon that a slow machine is past it, nor so late that the worker's start would time out.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 5_000))
  const button = widget.getByRole('button', { name: /^choose/i })
  await button.focus()
  return { widget, log: await startSpeechLog(page, widget) }
}

/** The phases of all files; `sent` is one whose bytes the browser has taken, `sending` one of which it has taken some. */
const stages = (widget: Locator): Promise<string[]> =>
  widget.evaluate((element: HTMLElementTagNameMap['seal-drop']) =>
    element.files.map(({ state }) => {
      if (state.phase !== 'sending') return state.phase
      return state.mayHaveArrived ? 'sent' : state.done > 0 ? 'sending' : 'leaving'
    }),
  )
const until = (widget: Locator, expected: readonly string[]): Promise<void> =>
  expect.poll(() => stages(widget), { timeout: 30_000 }).toEqual(expected)

const times = (count: number, phase: string): string[] => Array(count).fill(phase)

/** What was said, without the times. */
const saidIn = (log: SpeechLog): string[] =>
  log
    .text()
    .split('\n')
    .flatMap(line => line.split(' says    ')[1] ?? [])

/** Compares with what is kept, or keeps it where the run was asked to. */
const expectLog = async (log: SpeechLog, name: string): Promise<void> => {
  const path = join(import.meta.dirname, 'speech', `${name}.txt`)
  const { updateSnapshots } = test.info().config
  if (updateSnapshots === 'all' || updateSnapshots === 'changed') await writeFile(path, log.text())
  expect(log.text()).toBe(await readFile(path, 'utf8'))
}

test('one document: added, delivered, removed and put back are each said once, and gone after 10 s', async ({
  open,
  didww,
  page,
  sandbox,
}) => {
  sandbox.flip({ stall: { at: 'answer' } })
  const { widget, log } = await quiet(page, open, didww)
  await log.act('chooses doc_1_3_pages.pdf', async () => {
    await chooseBy(page, () => page.keyboard.press('Enter'), PDF)
    await until(widget, ['sent'])
  })
  await log.pass(1000)
  await log.act('waits for the answer', async () => {
    sandbox.flip({ stall: false })
    await until(widget, ['done'])
  })
  await log.pass(1000)
  await log.act('presses Tab', () => page.keyboard.press('Tab'))
  await log.act('presses Space', () => page.keyboard.press('Space'))
  await log.pass(1000)
  await log.act('presses Tab', () => page.keyboard.press('Tab'))
  await log.act('presses Space', () => page.keyboard.press('Space'))
  await log.pass(12_000)
  expect(await widget.locator('#said').textContent()).toBe('')
  await expectLog(log, 'one-file')
})

test('twenty documents are one line, and so is each step of their way', async ({
  open,
  didww,
  page,
  sandbox,
}) => {
  const { widget, log } = await quiet(page, open, `parallel="3" ${didww}`)
  const papers: string[] = []
  for (let n = 1; n <= 20; n++) {
    const path = test.info().outputPath(`paper-${n}.pdf`)
    await writeFile(path, await paddedPdf(n))
    papers.push(path)
  }
  const [first = '', second = '', ...others] = papers
  const refused = times(2, 'refused')
  await log.act('chooses 2 files', async () => {
    await chooseBy(page, () => page.keyboard.press('Enter'), [first, second])
    await until(widget, times(2, 'done'))
  })
  await log.pass(1000)
  // Not earlier: of those that are sent at once, any may be the first to arrive.
  sandbox.flip({ stall: { at: 'answer' } })
  await log.act('chooses 20 files', async () => {
    await chooseBy(page, () => page.keyboard.press('Enter'), [...others, HEIC, first])
    await until(widget, [
      ...times(2, 'done'),
      ...times(3, 'sent'),
      ...times(15, 'ready'),
      ...refused,
    ])
  })
  await log.pass(11_000)
  await log.act('waits for the answers', async () => {
    sandbox.flip({ stall: false })
    await until(widget, [...times(20, 'done'), ...refused])
  })
  await log.pass(12_000)
  await log.act('chooses a photo that is not taken', async () => {
    await chooseBy(page, () => page.keyboard.press('Enter'), HEIC)
    await until(widget, [...times(20, 'done'), ...times(3, 'refused')])
  })
  await log.pass(1000)
  await expectLog(log, 'twenty-files')
})

test('a failure, a second try and a try that waits are said, with what to do', async ({
  open,
  didww,
  page,
  sandbox,
}) => {
  sandbox.flip({ status: { code: 403, times: 1 } })
  const { widget, log } = await quiet(page, open, didww)
  await log.act('chooses basn3p08.png', async () => {
    await chooseBy(page, () => page.keyboard.press('Enter'), PNG)
    await until(widget, ['failed'])
  })
  await log.pass(1000)
  sandbox.flip({ status: { code: 503, times: 2, retryAfter: 20 } })
  await log.act('presses Tab', () => page.keyboard.press('Tab'))
  await log.act('presses Enter', async () => {
    await page.keyboard.press('Enter')
    await until(widget, ['retrying'])
  })
  await log.pass(15_000)
  const tries = (): number => sandbox.requests().filter(({ kind }) => kind === 'upload').length
  await log.act('waits until it is tried again, in vain', async () => {
    await page.clock.runFor(5000)
    await expect.poll(tries).toBe(3)
    await until(widget, ['retrying'])
  })
  await log.pass(1000)
  await log.act('waits until it is tried again, and for the answer', async () => {
    await page.clock.runFor(19_000)
    await until(widget, ['done'])
  })
  await log.pass(12_000)
  await expectLog(log, 'failure-and-retry')
})

test('that the network is gone is said once, and that it is back', async ({
  open,
  didww,
  page,
  context,
  sandbox,
}) => {
  sandbox.flip({ stall: { at: 'answer' } })
  const { widget, log } = await quiet(page, open, didww)
  await log.act('chooses two files without a network', async () => {
    await context.setOffline(true)
    await chooseBy(page, () => page.keyboard.press('Enter'), [PDF, PNG])
    await until(widget, times(2, 'retrying'))
  })
  await log.pass(12_000)
  await log.act('has a network again', async () => {
    await context.setOffline(false)
    await until(widget, times(2, 'sent'))
  })
  await log.pass(1000)
  await log.act('waits for the answers', async () => {
    sandbox.flip({ stall: false })
    await until(widget, times(2, 'done'))
  })
  await log.pass(12_000)
  await expectLog(log, 'offline')
})

test('after Send it is said that documents leave first, how far they are, and that they arrived', async ({
  open,
  didww,
  page,
  sandbox,
}) => {
  sandbox.flip({ stall: { at: 'answer', after: 1 } })
  const { widget, log } = await quiet(page, open, `upload="submit" parallel="1" ${didww}`)
  await page.evaluate(() => document.addEventListener('submit', event => event.preventDefault()))
  await log.act('chooses two files', async () => {
    await chooseBy(page, () => page.keyboard.press('Enter'), [PDF, PNG])
    await until(widget, ['ready', 'ready'])
  })
  await log.pass(1000)
  await log.act('presses Apply', async () => {
    await page.getByRole('button', { name: 'Apply' }).press('Enter')
    await until(widget, ['done', 'sent'])
  })
  await log.pass(11_000)
  await log.act('waits for the answer', async () => {
    sandbox.flip({ stall: false })
    await until(widget, ['done', 'done'])
  })
  await log.pass(12_000)
  expect(await page.evaluate(() => window.seen.filter(type => type === 'submit'))).toHaveLength(1)
  await expectLog(log, 'submit')
})

test('where a document does not arrive after Send, that is said, and the focus goes to what is to be done', async ({
  open,
  didww,
  page,
  sandbox,
}) => {
  sandbox.flip({ status: { code: 403, after: 1 } })
  const { widget, log } = await quiet(page, open, `upload="submit" parallel="1" ${didww}`)
  await log.act('chooses two files', async () => {
    await chooseBy(page, () => page.keyboard.press('Enter'), [PDF, PNG])
    await until(widget, ['ready', 'ready'])
  })
  await log.pass(1000)
  await log.act('presses Apply', async () => {
    await page.getByRole('button', { name: 'Apply' }).press('Enter')
    await until(widget, ['done', 'failed'])
  })
  await log.pass(12_000)
  await expectLog(log, 'submit-failure')
})

test('pausing, going on and cancelling are said, once for all that it happens to', async ({
  open,
  didww,
  page,
  sandbox,
}) => {
  sandbox.flip({ stall: { at: 'body', afterBytes: 1000 } })
  const { widget, log } = await quiet(page, open, didww)
  const second = test.info().outputPath('deed.pdf')
  await writeFile(second, await paddedPdf(16_500_000))
  await chooseBy(page, () => page.keyboard.press('Enter'), [await largePdf(), second])
  await until(widget, times(2, 'sending'))
  await log.pass(1000)
  const press = (name: string): Promise<void> =>
    widget.getByRole('button', { name }).dispatchEvent('click')
  const busy = (): Promise<(string | null)[]> =>
    widget.getByRole('progressbar').evaluateAll(bars => bars.map(bar => bar.ariaBusy))
  expect(await busy()).toEqual(['true', 'true'])
  await press('Pause all')
  await log.pass(500)
  expect(await busy()).toEqual(['false', 'false'])
  await press('Resume all')
  await until(widget, times(2, 'sending'))
  await log.pass(500)
  await press('Cancel deed.pdf')
  await log.pass(500)
  expect(saidIn(log)).toEqual([
    '2 files added.',
    '2 files paused.',
    '2 files go on.',
    'deed.pdf cancelled.',
  ])
})

test('how far a long way is, is said in quarters, each 10 s at most', async ({
  open,
  didww,
  page,
  sandbox,
}) => {
  sandbox.flip({ slow: { bytesPerSecond: 1_000_000 } })
  const { widget, log } = await quiet(page, open, didww)
  const path = test.info().outputPath('scan.pdf')
  await writeFile(path, await paddedPdf(20_000_000))
  await chooseBy(page, () => page.keyboard.press('Enter'), path)
  const hasLeft = (share: number): Promise<void> =>
    expect
      .poll(
        () =>
          widget.evaluate(
            (element: HTMLElementTagNameMap['seal-drop'], least) =>
              element.files.some(
                ({ state }) => state.phase === 'sending' && state.done > least * state.total,
              ),
            share,
          ),
        { timeout: 30_000 },
      )
      .toBe(true)
  await hasLeft(0.55)
  await page.clock.runFor(20_000) // at one go: meanwhile bytes leave
  await log.pass(500)
  expect(saidIn(log)).toEqual([
    'scan.pdf added. This file is close to the largest size.',
    '50% sent.',
  ])
})

test('a remark is said with its file, or by its name; several are in the list', async ({
  open,
  didww,
  page,
}) => {
  const { widget, log } = await quiet(page, open, `upload="manual" ${didww}`)
  const other = join(dirname(JPG), 'HMD_Nokia_8.3_5G.jpg')
  const choices = [[JPG], [PDF, other], [JPG, other]]
  for (const files of choices) {
    await widget.evaluate((element: HTMLElementTagNameMap['seal-drop']) => element.clear())
    const button = widget.getByRole('button', { name: /^Choose/ })
    await chooseBy(page, () => button.press('Enter'), files)
    await until(widget, times(files.length, 'ready'))
    await log.pass(500)
  }
  const where =
    'This photo says where it was taken. If the recipient should not know that, remove the location in your photo app and add the photo again.'
  expect(saidIn(log)).toEqual([
    `DSCN0010.jpg added. ${where}`,
    `2 files added. HMD_Nokia_8.3_5G.jpg: ${where}`,
    '2 files added. Remarks on 2 files are in the list.',
  ])
})

test('what is known is said after 5 s, where the check of another file takes long', async ({
  open,
  didww,
  page,
}) => {
  await page.route('**/worker.js', () => {}) // nobody reads a file
  const { widget, log } = await quiet(page, open, didww)
  const large = test.info().outputPath('book.pdf')
  await writeFile(large, await paddedPdf(30_000_000))
  await chooseBy(page, () => page.keyboard.press('Enter'), [PDF, large])
  await until(widget, ['checking', 'refused'])
  await log.pass(4_500)
  expect(saidIn(log)).toEqual([])
  await log.pass(8_000)
  expect(saidIn(log)).toEqual([
    'book.pdf was not added. This file is too large. The largest that fits is 20.9 MB.',
    'doc_1_3_pages.pdf is still being read. If it is in the cloud, it has to be downloaded first.',
  ])
})
