import type { Locator } from 'playwright/test'

/** What the browser itself tells a screen reader of an element. */
export interface Accessible {
  readonly role: string
  readonly name: string
  readonly description: string
  readonly invalid: string
}

/**
 * As Chromium computes it. Playwright computes names and descriptions from attributes, and knows nothing of what a script ties to
 * elements outside of a shadow tree.
 */
export const accessible = async (place: Locator): Promise<Accessible> => {
  const client = await place.page().context().newCDPSession(place.page())
  try {
    const key = 'asked'
    await place.evaluate((element, name) => Reflect.set(window, name, element), key)
    const { result } = await client.send('Runtime.evaluate', { expression: `window.${key}` })
    const { nodes } = await client.send('Accessibility.getPartialAXTree', {
      objectId: result.objectId ?? '',
      fetchRelatives: false,
    })
    const [node] = nodes
    const text = (value: { readonly value?: unknown } | undefined): string =>
      String(value?.value ?? '').trim()
    return {
      role: text(node?.role),
      name: text(node?.name),
      description: text(node?.description),
      invalid: text(node?.properties?.find(({ name }) => name === 'invalid')?.value),
    }
  } finally {
    await client.detach()
  }
}
