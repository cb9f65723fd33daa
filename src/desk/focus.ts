/** For when the button that has the focus goes away. */
export const focusOn = (selector: string): void =>
  document.querySelector<HTMLElement>(selector)?.focus()
