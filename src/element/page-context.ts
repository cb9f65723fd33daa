/**
 * The element's own language; else that of the nearest `lang`, also from outside the shadow roots around it; else the
 * browser's. Never an unreadable one.
 */
export const localeOf = (element: HTMLElement): string => {
  // The property, because Lit writes its attribute only after the drawing.
  if (element.lang) return readable(element.lang)
  let at = element.parentElement ?? hostOf(element)
  while (at) {
    const lang: string = at.closest?.('[lang]')?.getAttribute('lang') ?? ''
    if (lang) return readable(lang)
    at = hostOf(at)
  }
  return globalThis.navigator?.language ?? 'en'
}

const hostOf = (element: Element): Element | undefined => {
  const root = element.getRootNode?.()
  return typeof ShadowRoot === 'function' && root instanceof ShadowRoot ? root.host : undefined
}

const readable = (lang: string): string => {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? 'en'
  } catch {
    return 'en'
  }
}

/** What the page itself calls a control. */
export interface PageLabel {
  /** In its label slot, or by a `<label>`. */
  readonly text: string
  readonly isSlotted: boolean
  /** The same, or what its ARIA attributes say: those win, as on a native control. */
  readonly name: string
  /** What its ARIA attributes describe it with, where the browser cannot tie that to a button in a shadow tree. */
  readonly description: string
}

/** As a native control is called: without what is not shown, and without what is inside of the control itself. */
const wordsIn = (node: Node, control: Node): string => {
  // jsdom cannot tell what is shown.
  if (node === control || (node instanceof Element && node.checkVisibility?.() === false)) return ''
  if (node instanceof HTMLImageElement) return node.alt
  const { childNodes } = node
  if (childNodes.length === 0) return node.textContent ?? ''
  return [...childNodes].map(child => wordsIn(child, control)).join('')
}

const textOf = (nodes: Iterable<Node>, control: Node): string =>
  [...nodes]
    // What is hidden as a whole names the control all the same.
    .map(node => wordsIn(node, control) || (node.textContent ?? ''))
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s*:]+$/, '')
    .trim()

/** The ARIA attributes of the element that are its button's. */
export const ariaAttributes: readonly string[] = [
  'label',
  'labelledby',
  'describedby',
  'errormessage',
  'invalid',
].map(name => `aria-${name}`)

/** The page's elements that an ARIA attribute of the element names. */
const related = (
  element: HTMLElement,
  relation: 'LabelledBy' | 'DescribedBy' | 'ErrorMessage',
): readonly Element[] => {
  const ids = element.getAttribute(`aria-${relation.toLowerCase()}`)?.split(/\s+/) ?? []
  const root = element.getRootNode() as Document | ShadowRoot
  return element[`aria${relation}Elements`] ?? ids.flatMap(id => root.getElementById(id) ?? [])
}

const isInvalid = (element: HTMLElement): boolean =>
  !/^(false)?$/.test(element.getAttribute('aria-invalid') ?? '')

/** An error message describes the button, too: few screen readers tell `aria-errormessage`. */
const describing = (element: HTMLElement): readonly Element[] => [
  ...new Set([
    ...related(element, 'DescribedBy'),
    ...(isInvalid(element) ? related(element, 'ErrorMessage') : []),
  ]),
]

export const pageLabelOf = (element: HTMLElement, labels: Iterable<Node>): PageLabel => {
  const slotted = element.querySelectorAll?.(':scope > [slot="label"]') ?? []
  const text = textOf(slotted, element) || textOf(labels, element)
  return {
    text,
    isSlotted: slotted.length > 0,
    name:
      textOf(related(element, 'LabelledBy'), element) || element.getAttribute('aria-label') || text,
    description: 'ariaDescribedByElements' in element ? '' : textOf(describing(element), element),
  }
}

/**
 * Ties the button to the page's own elements, so that what they say is said as it is then. Browsers keep such ties from a shadow
 * tree to the page, but read no ids across. `own` are the ids of what is told before it.
 */
const tie = (
  button: HTMLElement,
  relation: 'LabelledBy' | 'DescribedBy',
  own: string,
  theirs: readonly Element[],
): void => {
  const property = `aria${relation}Elements` as const
  const root = button.getRootNode() as ShadowRoot
  const isTied = button.getAttribute(`aria-${relation.toLowerCase()}`) === ''
  const ours = own.split(' ').flatMap(id => root.getElementById(id) ?? [])
  if (theirs.length > 0) button[property] = [...ours, ...theirs]
  else if (isTied) button[property] = relation === 'LabelledBy' ? null : ours
}

export const tieAria = (element: HTMLElement, button: HTMLElement): void => {
  tie(button, 'LabelledBy', 'word', related(element, 'LabelledBy'))
  const own = `${button.hasAttribute('aria-disabled') ? 'prompt' : 'hint'} at-once required invalid`
  tie(button, 'DescribedBy', own, describing(element))
}
