import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import '../../src/define.ts'
import {
  deliver,
  fail,
  type RefusalCode,
  refuse,
  simulate,
} from '../../src/testing/component/index.ts'
import { DELIVERED, FAILED, REFUSED, recordOf } from '../delivery-record.ts'
import { drawn, only, type SealDrop, textOf, watchForNoise } from './runner-page.ts'

const papers = (attributes = ''): string => `<form>
  <seal-drop name="papers" multiple transport="didww" endpoint="/relay" ${attributes}></seal-drop>
  <button>Apply</button>
</form>`
const http = `<form><seal-drop name="papers" multiple transport="http" endpoint="/relay"
  recipients="age1aruwnlvh4q6vlamw5lukfgq2g0l349rt0tzw8crss9m6lzc3npnqeyztgs"></seal-drop></form>`

const entries = (): FormDataEntryValue[] =>
  new FormData(only<HTMLFormElement>('form')).getAll('papers')
const hidden = (): number => document.querySelectorAll('input[type=hidden]').length
const statuses = (element: SealDrop): string[] =>
  [...(element.shadowRoot?.querySelectorAll('[part=status]') ?? [])].map(
    ({ textContent }) => textContent?.trim() ?? '',
  )
const action = (element: SealDrop, label: string): HTMLElement => {
  const found = element.shadowRoot?.querySelector<HTMLElement>(`[aria-label="${label}"]`)
  if (!found) throw new Error(`There is no button "${label}".`)
  return found
}

/** What `sealdrop/testing/component` promises to whoever tests a page in this runner. */
export const componentSuite = ({
  hasTrustedSubmit,
}: {
  readonly hasTrustedSubmit: boolean
}): void => {
  let noise: () => readonly unknown[]
  beforeEach(() => {
    noise = watchForNoise()
  })
  afterEach(async () => {
    document.body.replaceChildren()
    await Promise.resolve()
    vi.unstubAllGlobals()
    expect(noise()).toEqual([])
  })

  describe('a fake', () => {
    it('delivery looks to the page like a real one in Chromium', async () => {
      const element = await drawn(http)
      expect(await recordOf(element, () => deliver(element))).toEqual(DELIVERED)
    })

    it('refusal looks to the page like a real one in Chromium', async () => {
      const element = await drawn(http)
      const play = () => refuse(element, 'wrong-type', { name: 'photo.heic' })
      expect(await recordOf(element, play)).toEqual(REFUSED)
    })

    it('failure looks to the page like a real one in Chromium', async () => {
      const element = await drawn(http)
      expect(await recordOf(element, () => fail(element, 'forbidden'))).toEqual(FAILED)
    })
  })

  describe('deliver()', () => {
    it('leaves behind what a real delivery does', async () => {
      const element = await drawn(papers('required'))
      const receipt = await deliver(element, {
        name: 'passport.pdf',
        size: 300_000,
        reference: 'b7f0',
        expiresAt: '2030-01-01T00:00:00Z',
        facts: { ticket: 't' },
      })
      expect(receipt).toMatchObject({
        transport: 'didww',
        reference: 'b7f0',
        name: 'passport.pdf',
        type: 'application/pdf',
        size: 300_000,
        expiresAt: '2030-01-01T00:00:00Z',
        facts: { ticket: 't' },
        sealed: { scheme: 'didww', authenticated: false },
      })
      expect(element.receipts).toEqual([receipt])
      expect(element.files.map(({ name, state }) => [name, state.phase])).toEqual([
        ['passport.pdf', 'done'],
      ])
      expect(element.value).toBe('b7f0')
      expect(element.validity.valid).toBe(true)
      expect(element.checkValidity()).toBe(true)
      expect(statuses(element)).toEqual([expect.stringMatching(/^Delivered/)])
    })

    it('needs nothing that jsdom lacks in Jest, which keeps what Node has from the page', async () => {
      vi.stubGlobal('MessageChannel', undefined)
      const element = await drawn(papers())
      await deliver(element)
      await vi.waitFor(() =>
        expect(statuses(element)).toEqual([expect.stringMatching(/^Delivered/)]),
      )
    })

    it('delivers where timers stand still, as a test may have them', async () => {
      vi.stubGlobal('MessageChannel', undefined)
      const element = await drawn(papers())
      vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'Date', 'performance'] })
      try {
        await deliver(element)
        expect(element.files.map(({ state }) => state.phase)).toEqual(['done'])
      } finally {
        vi.useRealTimers()
      }
    })

    it('puts one entry for each file into the form, and takes it out again', async () => {
      const element = await drawn(papers())
      await deliver(element, { name: 'passport.pdf' })
      await deliver(element, { name: 'lease.pdf' })
      expect(entries()).toEqual(['fake-1', 'fake-2'])
      action(element, 'Remove passport.pdf').click()
      expect(entries()).toEqual(['fake-2'])
      only<HTMLFormElement>('form').reset()
      expect(element.files).toEqual([])
      expect(entries()).toEqual([])
      await deliver(element, { name: 'lease.pdf' })
      expect(hidden()).toBe(1)
      element.remove()
      await Promise.resolve()
      expect(hidden()).toBe(0)
    })

    it('follows value-format, and upload="submit"', async () => {
      const element = await drawn(papers('value-format="ticket" upload="submit"'))
      await deliver(element, { facts: { ticket: 'signed' } })
      expect(entries()).toEqual(['signed'])
    })

    it('commits where the transport does', async () => {
      const element = await drawn(papers())
      element.seal = 'none: a test'
      element.transport = {
        name: 'courier',
        endpoint: 'https://courier.example',
        traits: { seals: ['none'], resumes: false, perRequest: 1 },
        send: () => Promise.reject(new Error('A fake must not send.')),
        commit: () => Promise.reject(new Error('A fake must not commit.')),
      }
      await deliver(element, { reference: 'c1' })
      expect(element.value).toBe('c1')
    })

    it('keeps to what the element takes', async () => {
      const element = await drawn(papers('max-size="1MB" multiple max-files="2"'))
      await expect(deliver(element, { name: 'a.exe' })).rejects.toMatchObject({
        code: 'wrong-type',
      })
      const large = deliver(element, { size: 2_000_000 })
      await expect(large).rejects.toMatchObject({ code: 'too-large' })
      await deliver(element)
      await deliver(element, { name: 'b.pdf' })
      await expect(deliver(element)).rejects.toThrow(/full/)
    })

    it('replaces the file of an element that takes one', async () => {
      const element = await drawn(papers('max-files="1"'))
      await deliver(element, { name: 'a.pdf' })
      await deliver(element, { name: 'b.pdf' })
      expect(element.files.map(({ name }) => name)).toEqual(['b.pdf'])
    })

    it('brings in nothing that the page keeps out', async () => {
      const element = await drawn(papers())
      element.addEventListener('sealdrop-add', event => event.preventDefault())
      await expect(deliver(element)).rejects.toThrow(/kept document\.pdf out/)
      expect(element.files).toEqual([])
    })

    it('says what is wrong with the settings, the place, or the element', async () => {
      const element = await drawn('<seal-drop endpoint="/relay"></seal-drop>')
      await expect(deliver(element)).rejects.toMatchObject({ code: 'misconfigured' })
      element.remove()
      await expect(deliver(element)).rejects.toThrow(/not in a page/)
      const other = document.createElement('div')
      await expect(deliver(other as never)).rejects.toThrow(/sealdrop\/define/)
    })

    it('throws where files could really be sent, unless a test means it', async () => {
      const element = await drawn(papers())
      vi.stubGlobal('Worker', class {})
      await expect(deliver(element)).rejects.toMatchObject({ code: 'misconfigured' })
      expect(() => simulate()).toThrow(/allowInBrowser/)
      await deliver(element, { allowInBrowser: true })
    })
  })

  describe('refuse()', () => {
    const codes: readonly RefusalCode[] = [
      'empty',
      'too-large',
      'wrong-type',
      'damaged',
      'too-many',
      'duplicate',
      'unreadable',
    ]
    it.each(codes)('has a file refused: %s', async code => {
      const element = await drawn(papers())
      expect(await refuse(element, code)).toMatchObject({ code })
      expect(element.files.map(({ state }) => state.phase)).toEqual(['refused'])
      expect(statuses(element)[0]).not.toBe('')
      expect(element.value).toBe('')
      expect(element.checkValidity()).toBe(true)
    })
  })

  describe('fail()', () => {
    it.each(['network', 'unauthorized', 'keys-rotated', 'rate-limited', 'expired'] as const)(
      'has a file fail, and arrive when it is tried again: %s',
      async code => {
        const element = await drawn(papers())
        element.authorize = () => ({ 'Api-Key': 'k' })
        expect(await fail(element, code, { name: 'lease.pdf', reference: 'l1' })).toMatchObject({
          code,
        })
        expect(element.checkValidity()).toBe(false)
        expect(entries()).toEqual([])
        action(element, 'Try lease.pdf again').click()
        await element.settled()
        expect(entries()).toEqual(['l1'])
      },
    )
  })

  describe('simulate()', () => {
    const submitted = (): Promise<FormDataEntryValue[]> =>
      new Promise(resolve =>
        only<HTMLFormElement>('form').addEventListener('submit', event => {
          event.preventDefault()
          resolve(entries())
        }),
      )

    it('makes every element deliver what is chosen', async () => {
      simulate()
      const fails: unknown[] = []
      document.addEventListener('sealdrop-fail', event => fails.push(event.error), { once: true })
      const element = await drawn(papers())
      expect(fails).toEqual([])
      expect(textOf(element, 'prompt')).toBe('Drop your documents here, or')
      element.add([new File(['x'], 'passport.pdf')])
      await element.settled()
      const sent = submitted()
      only<HTMLButtonElement>('button').click()
      expect(await sent).toEqual(['fake-1'])
    })

    if (!hasTrustedSubmit) return
    it('delivers first when the form is sent', async () => {
      simulate()
      const element = await drawn(papers('upload="submit" required'))
      const sent = submitted()
      element.add([new File(['x'], 'passport.pdf')])
      only<HTMLButtonElement>('button').click()
      expect(await sent).toEqual(['fake-1'])
    })
  })
}
