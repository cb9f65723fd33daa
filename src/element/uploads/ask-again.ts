import type { ControllerHost } from '../controller-host.ts'
import { fill } from '../words.ts'
import type { FileWords } from './file-words.ts'

/** What is written on the button that sends the form. */
const wordsOn = (button: HTMLElement): string => {
  const text = button instanceof HTMLInputElement ? button.value : button.textContent
  return (button.getAttribute('aria-label') ?? text ?? '').replace(/\s+/g, ' ').trim()
}

/** Says that another press sends the form, until it is sent or the files change. */
export class AskAgain {
  readonly #host: ControllerHost
  #asking: AbortController | undefined

  constructor(host: ControllerHost) {
    this.#host = host
  }

  show({ fileStrings }: FileWords, submitter: HTMLElement | null): void {
    this.hide()
    const { element, showNote } = this.#host
    const { named, unnamed } = fileStrings.pressAgain
    const button = submitter ? wordsOn(submitter) : ''
    showNote(button ? fill(named, { button }) : unnamed)
    this.#asking = new AbortController()
    const { signal } = this.#asking
    element.form?.addEventListener('submit', () => this.hide(), { capture: true, signal })
  }

  hide(): void {
    if (!this.#asking) return
    this.#asking.abort()
    this.#asking = undefined
    this.#host.showNote('')
  }
}
