// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest'
import { opensWindow } from '../../src/element/uploads/form-target.ts'

afterEach(() => {
  document.body.replaceChildren()
  document.head.replaceChildren()
})

describe('a form opens another window', () => {
  it.each([
    ['target="_blank"', '', true],
    ['target="_BLANK"', '', true],
    ['target="_new"', '', true],
    ['target="elsewhere"', '', true],
    ['', 'formtarget="_blank"', true],
    ['', '', false],
    ['target=""', '', false],
    ['target="_self"', '', false],
    ['target="_Top"', '', false],
    ['target="_parent"', '', false],
    ['target="inside"', '', false],
    ['target="_blank"', 'formtarget="_self"', false],
    ['target="_blank"', 'formmethod="dialog"', false],
    ['target="_blank" method="dialog"', '', false],
  ])('%s with a button %s: %s', (attributes, button, isOpened) => {
    document.body.innerHTML = `<form ${attributes}><button ${button}></button></form><iframe name="inside"></iframe>`
    const [form] = document.forms
    if (!form) throw new Error('There is no form.')
    expect(opensWindow(form, document.querySelector('button'))).toBe(isOpened)
  })

  it('where the page’s <base> says so, and the form does not', () => {
    document.head.innerHTML = '<base target="_blank">'
    document.body.innerHTML = '<form></form><form target="_self"></form>'
    expect([...document.forms].map(form => opensWindow(form, null))).toEqual([true, false])
  })
})
