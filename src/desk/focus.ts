/** For when the button that has the focus goes away. Whether there is something to focus. */
export const focusOn = (selector: string): boolean => {
  const found = document.querySelector<HTMLElement>(selector)
  found?.focus()
  return found !== null
}
