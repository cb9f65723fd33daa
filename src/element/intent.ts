import type { ControllerHost } from './controller-host.ts'

/** What somebody does who is about to use an element, at it or at its `<label>`. A drag fires no pointer events. */
const SIGNS = ['pointerover', 'pointerdown', 'click', 'focusin', 'dragenter', 'paste']

/**
 * Calls `onSign` with each sign that somebody means to use the element, a submit of its form among them. Heard at the root of
 * its tree, where its labels are too, also those that come later; and before the page's own listeners, which may end an event.
 */
export const watchIntent = (
  element: ControllerHost['element'],
  onSign: () => void,
  signal: AbortSignal,
): void => {
  const listen = (sign: string, isMeant: (event: Event) => boolean): void =>
    element.getRootNode().addEventListener(
      sign,
      event => {
        if (isMeant(event)) onSign()
      },
      { capture: true, passive: true, signal },
    )
  for (const sign of SIGNS)
    listen(sign, event =>
      event
        .composedPath()
        .some(
          node =>
            node === element || (node instanceof HTMLLabelElement && node.control === element),
        ),
    )
  listen('submit', ({ target }) => target === element.form)
}
