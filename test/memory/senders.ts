import type { Page } from 'playwright'
import type { Addresses } from './server.ts'

/** One way to send a file from the page. */
export interface Sender {
  /** Readies the page, before anything is measured. */
  show(page: Page, to: Addresses): Promise<void>
  /** Sends one file. Resolves when it is delivered, and the page has let go of it. */
  send(page: Page, path: string, to: Addresses): Promise<void>
}

/** The element, as a site has it. */
export const element = (
  transport: 'http' | 'tus',
  attributes: Readonly<Record<string, string>>,
): Sender => ({
  async show(page, to) {
    const all = {
      transport,
      endpoint: to[transport],
      recipients: to.recipient,
      seal: 'age',
      'max-size': '2GiB',
      ...attributes,
    }
    await page.evaluate(async given => {
      await customElements.whenDefined('seal-drop')
      const made = document.createElement('seal-drop')
      for (const [name, value] of Object.entries(given)) made.setAttribute(name, value)
      document.body.append(made)
    }, all)
    await page.getByRole('button', { name: /^choose/i }).waitFor()
  },
  async send(page, path) {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: /^choose/i }).click()
    await (await chooser).setFiles(path)
    const ended = await page.waitForFunction(
      () => {
        const state = document.querySelector('seal-drop')?.files[0]?.state
        if (!state || !['done', 'failed', 'refused'].includes(state.phase)) return undefined
        return 'error' in state ? `${state.phase}: ${state.error.code}` : state.phase
      },
      undefined,
      { polling: 100, timeout: 0 },
    )
    const outcome = await ended.jsonValue()
    if (outcome !== 'done') throw new Error(`The file was not delivered: ${outcome}`)
  },
})

/** What any page takes to send the file as it is. */
export const bare: Sender = {
  async show() {},
  async send(page, path, { http }) {
    await page.getByLabel('Plain').setInputFiles(path)
    await page.evaluate(async url => {
      const file = document.querySelector('input')?.files?.[0]
      if (!file) throw new Error('Nothing was chosen.')
      const answer = await fetch(url, { method: 'PUT', body: file })
      if (!answer.ok) throw new Error(`The server said ${answer.status}.`)
      await answer.text()
    }, http)
  },
}
