// A file of its own beside the element: it imports nothing, so that no second copy of anything comes with it.

export interface ViewerOptions {
  /** Where it is drawn: in the colours of an element, or of a page that names them as the element does. */
  readonly root: ShadowRoot | Document
  readonly name: string
  readonly lang: string
  readonly dir: string
  readonly words: { readonly zoomIn: string; readonly zoomOut: string; readonly close: string }
  /** Said instead of a picture that cannot be drawn. */
  readonly notShown: string
  /** Draws the picture, large. Undefined where that cannot be done; never rejects. */
  draw(): Promise<HTMLCanvasElement | undefined>
  /** It was closed, by whomever. The focus is to go back to where it came from. */
  onClose(): void
}

/** How large, compared to the whole picture in the window. */
const ZOOMS = [1, 1.5, 2, 3, 4, 6, 8] as const

const SVG = 'http://www.w3.org/2000/svg'
const ICONS = {
  zoomOut: 'M4 10.5a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0m11.5 5l5 5M7.5 10.5h6',
  zoomIn: 'M4 10.5a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0m11.5 5l5 5M7.5 10.5h6m-3-3v6',
  close: 'M6 6l12 12M18 6L6 18',
} as const

const SHEET = `
  .viewer {
    box-sizing: border-box;
    inline-size: min(100vw - 24px, 64rem);
    block-size: calc(100dvh - 24px);
    max-inline-size: none;
    max-block-size: none;
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    overflow: hidden;
  }
  .viewer[open] {
    display: flex;
    flex-direction: column;
  }
  .viewer::backdrop {
    background: rgb(0 0 0 / 0.6);
  }
  .viewer-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    padding: 4px 6px;
    border-block-end: 1px solid var(--_line);
  }
  .viewer-name {
    flex: 1 1 9em;
    min-inline-size: 0;
    max-block-size: 3lh;
    padding-inline: 8px;
    overflow: auto;
    overflow-wrap: anywhere;
    font-weight: 600;
  }
  .viewer-buttons {
    display: flex;
    margin-inline-start: auto;
  }
  .viewer .action[aria-disabled='true'] {
    opacity: 0.4;
    cursor: default;
  }
  .viewer-stage {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    background: color-mix(in srgb, var(--_muted) 15%, var(--_surface));
  }
  .viewer-stage:focus-visible {
    outline-offset: -2px;
  }
  .viewer-stage > canvas {
    display: block;
    object-fit: contain;
  }
  .viewer-stage > p {
    padding: 16px;
  }
  @media (forced-colors: active) {
    .viewer .action[aria-disabled='true'] {
      color: GrayText;
      opacity: 1;
    }
  }
  ${ZOOMS.map(
    (zoom, step) =>
      `.viewer-stage[data-step='${step}'] > canvas { inline-size: ${zoom * 100}%; block-size: ${zoom * 100}% }`,
  ).join('\n')}
`

const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag)
  made.className = className
  return made
}

const iconOf = (path: string): SVGElement => {
  const svg = document.createElementNS(SVG, 'svg')
  const line = document.createElementNS(SVG, 'path')
  svg.setAttribute('class', 'icon')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  line.setAttribute('d', path)
  svg.append(line)
  return svg
}

/** Shows a picture in a window over the page. The returned function closes it; twice does no harm. */
export const openViewer = (options: ViewerOptions): (() => void) => {
  const { root, name, words } = options
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(SHEET)
  root.adoptedStyleSheets.push(sheet)

  const dialog = element('dialog', 'viewer')
  dialog.setAttribute('part', 'viewer')
  dialog.lang = options.lang
  dialog.dir = options.dir
  dialog.ariaLabel = name
  const title = element('div', 'viewer-name')
  title.dir = 'auto'
  title.textContent = name
  const stage = element('div', 'viewer-stage')
  // Scrolled by arrow keys, from the left in every language.
  stage.tabIndex = 0
  stage.dir = 'ltr'
  stage.role = 'img'
  stage.ariaLabel = name
  stage.ariaBusy = 'true'

  let step = 0
  const button = (of: keyof typeof ICONS, act: () => void): HTMLButtonElement => {
    const made = element('button', 'action')
    made.type = 'button'
    made.title = words[of]
    made.ariaLabel = words[of]
    made.append(iconOf(ICONS[of]))
    made.addEventListener('click', act)
    return made
  }
  const zoomOut = button('zoomOut', () => zoomTo(step - 1))
  const zoomIn = button('zoomIn', () => zoomTo(step + 1))
  const close = button('close', () => dialog.close())
  close.autofocus = true

  /** What is in the middle stays there. */
  const zoomTo = (wanted: number): void => {
    const { scrollLeft, scrollTop, clientWidth, clientHeight, scrollWidth, scrollHeight } = stage
    const across = (scrollLeft + clientWidth / 2) / scrollWidth
    const down = (scrollTop + clientHeight / 2) / scrollHeight
    step = Math.max(0, Math.min(ZOOMS.length - 1, wanted))
    stage.dataset.step = `${step}`
    // Not `disabled`: whoever has just pressed it would lose the focus.
    zoomOut.ariaDisabled = `${step === 0}`
    zoomIn.ariaDisabled = `${step === ZOOMS.length - 1}`
    stage.scrollLeft = across * stage.scrollWidth - clientWidth / 2
    stage.scrollTop = down * stage.scrollHeight - clientHeight / 2
  }
  const steps: Readonly<Record<string, () => number>> = {
    '+': () => step + 1,
    '=': () => step + 1,
    '-': () => step - 1,
    0: () => 0,
  }
  dialog.addEventListener('keydown', event => {
    // The page may have a window of its own around the element, which is not to close, too.
    event.stopPropagation()
    // An Enter that is held opened it, and would close it at once.
    if (event.key === 'Enter' && event.repeat) event.preventDefault()
    const wanted = steps[event.key]
    if (!wanted || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    zoomTo(wanted())
  })

  let canvas: HTMLCanvasElement | undefined
  const letGo = (): void => {
    if (canvas) canvas.width = canvas.height = 0
  }
  // Where what is around it is hidden, nobody sees the window, and still the page below would take no click.
  const size = new ResizeObserver(() => {
    if (!dialog.checkVisibility()) dialog.close()
  })
  dialog.addEventListener('close', () => {
    size.disconnect()
    dialog.remove()
    letGo()
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter(one => one !== sheet)
    options.onClose()
  })

  const head = element('div', 'viewer-head')
  const buttons = element('div', 'viewer-buttons')
  buttons.append(zoomOut, zoomIn, close)
  head.append(title, buttons)
  dialog.append(head, stage)
  ;('body' in root ? root.body : root).append(dialog)
  zoomTo(0)
  dialog.showModal()
  size.observe(dialog)
  void options.draw().then(drawn => {
    canvas = drawn
    if (!dialog.open) return letGo()
    stage.ariaBusy = null
    if (drawn) stage.append(drawn)
    else {
      const text = document.createElement('p')
      text.textContent = options.notShown
      stage.removeAttribute('role')
      stage.append(text)
    }
  })
  return () => dialog.close()
}
