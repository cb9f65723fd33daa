import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SealDropFailEvent } from '../../src/element/index.ts'
import { drawn, only, textOf, watchForNoise } from './runner-page.ts'

const PAPERS = `<form>
  <label for="papers">Identity documents</label>
  <seal-drop id="papers" name="papers" required multiple max-files="3" transport="didww" endpoint="/relay"></seal-drop>
  <button>Apply</button>
</form>`

/** What whoever tests a page in this runner finds of the element, which cannot upload there. */
export const elementSuite = (): void => {
  let noise: () => readonly unknown[]
  let failures: string[]
  const onFail = ({ id, error }: SealDropFailEvent): void =>
    void failures.push(`${id} ${error.code}`)
  beforeAll(() => import('../../src/define.ts'))
  beforeEach(() => {
    noise = watchForNoise()
    failures = []
    document.addEventListener('sealdrop-fail', onFail)
  })
  afterEach(async () => {
    document.body.replaceChildren()
    await Promise.resolve()
    document.removeEventListener('sealdrop-fail', onFail)
    expect(noise()).toEqual([])
  })

  describe('the element without a browser', () => {
    it('is registered, drawn, and takes attributes and properties', async () => {
      const element = await drawn(PAPERS)
      expect(element.maxFiles).toBe(3)
      element.multiple = false
      element.label = 'Passport'
      await element.updateComplete
      expect(element.hasAttribute('multiple')).toBe(false)
      expect(textOf(element, 'button')).toBe('Choose a file')
    })

    it('gives Lit’s development build nothing to warn of', () => {
      const { litIssuedWarnings } = globalThis as { litIssuedWarnings?: Set<string> }
      const warnings = [...(litIssuedWarnings ?? [])].filter(text => text.includes(' '))
      expect(warnings).toEqual([expect.stringMatching(/^Lit is in dev mode/)])
    })

    it('says that it cannot upload there, once, to the page and to the person', async () => {
      const element = await drawn(PAPERS)
      await element.updateComplete
      expect(failures).toEqual(['undefined unsupported'])
      expect(textOf(element, 'prompt')).toMatch(/^This browser cannot encrypt documents/)
    })

    it('answers as a form control that has an error', async () => {
      const element = await drawn(PAPERS)
      let invalid = 0
      element.addEventListener('invalid', () => invalid++)
      expect(element.form).toBe(only('form'))
      expect([...(element.labels ?? [])]).toEqual([only('label')])
      expect(element.value).toBe('')
      expect(element.validity).toMatchObject({ customError: true, valid: false })
      expect(element.validationMessage).toMatch(/^This browser cannot encrypt documents/)
      expect(element.willValidate).toBe(true)
      expect(element.checkValidity()).toBe(false)
      expect(element.reportValidity()).toBe(false)
      expect(invalid).toBe(2)
    })

    it('is in no form outside of one, and checks nothing while it is disabled', async () => {
      const element = await drawn('<seal-drop disabled></seal-drop>')
      expect(element.form).toBeNull()
      expect([...(element.labels ?? [])]).toEqual([])
      expect(element.willValidate).toBe(false)
      expect(element.checkValidity()).toBe(true)
    })

    it('lets the form be sent, and read, and reset', async () => {
      await drawn(PAPERS)
      const form = only<HTMLFormElement>('form')
      let submits = 0
      form.addEventListener('submit', event => {
        submits++
        event.preventDefault()
      })
      only<HTMLButtonElement>('button').click()
      expect(submits).toBe(1)
      expect([...new FormData(form)]).toEqual([])
      form.reset()
    })

    it('takes calls and files without an upload, and rejects what would wait for one', async () => {
      const element = await drawn(PAPERS)
      element.add([new File(['x'], 'passport.pdf')])
      element.pause()
      element.resume()
      element.start()
      expect(element.files).toEqual([])
      expect(element.receipts).toEqual([])
      await expect(element.settled()).rejects.toMatchObject({ code: 'unsupported' })
      await expect(element.finish()).rejects.toMatchObject({ code: 'unsupported' })
      element.clear()
      element.value = ''
    })

    it('can be taken out of the page, and put in again', async () => {
      const element = await drawn(PAPERS)
      element.remove()
      await Promise.resolve()
      document.body.append(element)
      await element.updateComplete
      expect(element.isConnected).toBe(true)
      expect(element.form).toBeNull()
    })
  })
}
