import { asArray, asRecord } from '../../core/answer.ts'
import { randomHex } from '../../core/bytes.ts'
import type { Receipt } from '../../core/contracts.ts'
import { CLEARED } from '../../session/shelf/cleared.ts'
import { KEPT } from '../left.ts'
import { isSealed, type Settings } from '../settings.ts'
import { type KeptRecord, keptHash, keptOf, ownerParts, parsed, readRecord } from './kept-record.ts'
import { onFormSent } from './sent.ts'

type Element = Parameters<typeof onFormSent>[0]

const readAll = (): readonly unknown[] => {
  try {
    return asArray(parsed(sessionStorage.getItem(KEPT)))
  } catch {
    return [] // storage is blocked
  }
}

/** `records`: each as JSON. */
const writeAll = (records: readonly string[]): void => {
  try {
    if (records.length > 0) sessionStorage.setItem(KEPT, `[${records.join()}]`)
    else sessionStorage.removeItem(KEPT)
  } catch {
    // Blocked or full: without it, what is there is lost with a reload.
  }
}

/** What arrives within so many milliseconds after something was written is written together. */
const GATHERED_MS = 500

/** Only a reload shows the same view of the page again. Whoever comes by a link begins anew, as with any form. */
const isReload = (): boolean =>
  performance
    .getEntriesByType('navigation')
    .some(entry => (entry as PerformanceNavigationTiming).type === 'reload')

/** Elements of one name, such as those of several applicants, are told apart by their order. */
const placeOf = (element: Element): number => {
  const root = element.getRootNode() as Document | ShadowRoot
  const all = [...root.querySelectorAll<Element>(element.localName)]
  return Math.max(0, all.filter(({ name }) => name === element.name).indexOf(element))
}

/**
 * Keeps what was delivered until its form is sent. The browser restores a form's state when somebody goes back, or when it
 * restores its tabs; Chromium does not when a page is loaded again, so `sessionStorage` has it, too.
 */
export class Kept {
  readonly #settings: Settings
  readonly #place: number
  readonly #connection = new AbortController()
  readonly #salt = randomHex(16)
  /** Known once it is known what is left. */
  #hashes: Pick<KeptRecord, 'owner' | 'scope'> | undefined
  /** Records of an earlier view that this one replaces. */
  readonly #replaced = new Set<string>()
  #receipts: readonly Receipt[] = []
  /** What is kept no more: a form was sent with it, or the page has all of it forgotten. */
  readonly #sent = new Set<Receipt>()
  /** Each receipt as it is kept, in JSON; '' where it may not be. */
  readonly #texts = new WeakMap<Receipt, string>()
  /** Those of the receipts that are kept. Undefined before anything was. */
  #kept: readonly string[] | undefined
  /** The record as it was written last, in JSON; null where nothing is kept. */
  #text: string | null = null
  #gathering: ReturnType<typeof setTimeout> | undefined
  #isDue = false
  readonly #refresh: () => void

  /** `refresh` has the form control set its value and its state again; `onSent` hears that the form was sent. */
  constructor(element: Element, settings: Settings, refresh: () => void, onSent: () => void) {
    this.#settings = settings
    this.#refresh = refresh
    this.#place = placeOf(element)
    const { signal } = this.#connection
    const forget = (): void => {
      for (const receipt of this.#receipts) this.#sent.add(receipt)
      refresh()
    }
    const forgetSent = (): void => {
      forget()
      onSent()
    }
    onFormSent(element, forgetSent, signal)
    addEventListener(CLEARED, forget, { signal })
    addEventListener('storage', ({ key }) => key === CLEARED && forget(), { signal })
    addEventListener('pagehide', () => this.#writeGathered(), { signal })
    const onShown = ({ persisted }: PageTransitionEvent): void => {
      // Another view of this page may have been there while this one was in the browser's cache.
      if (persisted) this.#write()
    }
    addEventListener('pageshow', onShown, { signal })
  }

  /** Whether anything is written: not before it is known what is left. */
  get isReady(): boolean {
    return this.#hashes !== undefined
  }
  /** Whether a form was sent with it. */
  isSent(receipt: Receipt): boolean {
    return this.#sent.has(receipt)
  }
  /** What is given to the browser as the form control's state. */
  get state(): string | null {
    return this.#text
  }

  /** What an earlier view of this page left for this element: in the form's state, else in the tab. */
  async take(formState: string | null): Promise<readonly Receipt[]> {
    const settings = this.#settings
    const scopeFor = (salt: string): Promise<string> =>
      keptHash(salt, [settings.shelfScope || null])
    const ownerFor = (salt: string): Promise<string> => keptHash(salt, ownerParts(settings))
    const hashes = { owner: await ownerFor(this.#salt), scope: await scopeFor(this.#salt) }
    const ownIn = async (found: unknown): Promise<KeptRecord | undefined> => {
      const record = readRecord(found, Date.now())
      return record && record.owner === (await ownerFor(record.salt)) ? record : undefined
    }
    const fromForm = await ownIn(parsed(formState))
    const inTab: KeptRecord[] = []
    for (const found of readAll()) {
      const record = await ownIn(found)
      if (record?.place === this.#place && record.salt !== this.#salt) inTab.push(record)
    }
    for (const { salt } of inTab) this.#replaced.add(salt)
    this.#kept = undefined // what is replaced goes with what is written next
    this.#hashes = hashes
    const record = fromForm ?? (isReload() ? inTab.at(-1) : undefined)
    if (!record || !this.#isAllowed || record.scope !== (await scopeFor(record.salt))) return []
    const needsTicket = settings.valueFormat === 'ticket'
    return record.receipts.filter(({ facts }) => !needsTicket || facts.ticket !== undefined)
  }

  /** Keeps these from now on, and no others. What arrives in a row is written together: each time, all of it is. */
  keep(receipts: readonly Receipt[]): void {
    this.#receipts = receipts
    if (!this.#hashes) return
    const before = this.#kept
    const kept = receipts.map(receipt => this.#textOf(receipt)).filter(Boolean)
    if (before?.length === kept.length && kept.every((text, at) => text === before[at])) return
    this.#kept = kept
    this.#isDue = true
    // What was taken off, or sent, must not come back after a crash: that is written at once.
    const isMore = kept.length > (before?.length ?? 0)
    if (!isMore || this.#gathering === undefined) this.#write()
    if (isMore) this.#gathering ??= setTimeout(() => this.#writeGathered(), GATHERED_MS)
  }

  close(): void {
    this.#connection.abort()
    this.keep([])
  }

  #writeGathered(): void {
    if (!this.#isDue) return
    this.#write()
    this.#refresh() // the browser is given the new state
  }
  #write(): void {
    clearTimeout(this.#gathering)
    this.#gathering = undefined
    this.#isDue = false
    if (!this.#kept) return
    this.#text = this.#record
    const isOther = (found: unknown): boolean => {
      if (asRecord(found).salt === this.#salt) return false
      const read = readRecord(found, Date.now())
      return read !== undefined && read.receipts.length > 0 && !this.#replaced.has(read.salt)
    }
    const others = readAll().filter(isOther)
    writeAll([...others.map(other => JSON.stringify(other)), ...(this.#text ? [this.#text] : [])])
  }
  get #record(): string | null {
    if (!this.#kept || this.#kept.length === 0) return null
    const record = { version: 1 as const, salt: this.#salt, ...this.#hashes, place: this.#place }
    const head = JSON.stringify(record satisfies Partial<KeptRecord>)
    return `${head.slice(0, -1)},"receipts":[${this.#kept.join()}]}`
  }
  #textOf(receipt: Receipt): string {
    if (this.#sent.has(receipt) || !this.#isAllowed) return ''
    let text = this.#texts.get(receipt)
    if (text === undefined) {
      const kept = keptOf(receipt, this.#settings.valueFormat === 'ticket')
      text = kept ? JSON.stringify(kept) : ''
      this.#texts.set(receipt, text)
    }
    return text
  }

  get #isAllowed(): boolean {
    const { shelf, valueFormat, fileName } = this.#settings
    const isNameless = fileName === 'opaque' // else a reference may be made of the name
    return shelf === 'on' && valueFormat !== 'receipt' && isNameless && isSealed(this.#settings)
  }
}
