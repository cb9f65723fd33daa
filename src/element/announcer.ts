/** Older lines have been read out long ago; a reader who walks the page should not meet them again. */
const KEPT = 4

/** Tells a screen reader, politely: each new line in a `role="status"` region is read out. Never a percentage. */
export const announce = (region: Element, text: string): void => {
  const line = document.createElement('p')
  line.textContent = text
  region.append(line)
  while (region.children.length > KEPT) region.firstElementChild?.remove()
}
