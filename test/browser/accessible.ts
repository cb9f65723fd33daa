import type { Locator } from 'playwright/test'

/** What the browser itself tells a screen reader of an element. */
export interface Accessible {
  readonly role: string
  readonly name: string
  readonly description: string
  readonly invalid: string
}

/** Roles that screen readers do not announce when the focus comes in; nor anything that has no name. */
const SILENT = ['generic', 'none', 'RootWebArea']

/**
 * What is announced when the focus comes to an element from outside: what is around it, then itself. As Chromium computes it:
 * Playwright computes names and descriptions from attributes, and knows nothing of what a script ties to elements outside of a
 * shadow tree, nor of what an element says of itself.
 */
export const announced = async (place: Locator): Promise<readonly Accessible[]> => {
  const client = await place.page().context().newCDPSession(place.page())
  try {
    const key = 'asked'
    await place.evaluate((element, name) => Reflect.set(window, name, element), key)
    const { result } = await client.send('Runtime.evaluate', { expression: `window.${key}` })
    const { objectId = '' } = result
    const { node } = await client.send('DOM.describeNode', { objectId })
    await client.send('Accessibility.enable')
    const { nodes } = await client.send('Accessibility.getAXNodeAndAncestors', { objectId })
    const text = (value: { readonly value?: unknown } | undefined): string =>
      String(value?.value ?? '').trim()
    return nodes
      .filter(({ ignored, role }) => !ignored && !SILENT.includes(text(role)))
      .map(found => ({
        role: text(found.role),
        name: text(found.name),
        description: text(found.description),
        invalid: text(found.properties?.find(({ name }) => name === 'invalid')?.value),
        isItself: found.backendDOMNodeId === node.backendNodeId,
      }))
      .filter(({ name, isItself }) => name !== '' || isItself)
      .sort((one, other) => Number(one.isItself) - Number(other.isItself))
      .map(({ isItself, ...told }) => told)
  } finally {
    await client.detach()
  }
}

/** The element alone. */
export const accessible = async (place: Locator): Promise<Accessible | undefined> =>
  (await announced(place)).at(-1)
