/**
 * Has the browser ask before the page is left, in its own words. Not a listener that stays and looks whether it has to ask:
 * Firefox keeps no page with one for when the visitor goes back.
 */
export const askBeforeLeaving = (signal: AbortSignal): void =>
  addEventListener('beforeunload', event => event.preventDefault(), { signal })
