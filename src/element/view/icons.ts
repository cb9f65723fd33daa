import { type SVGTemplateResult, svg } from 'lit'

/** Drawn on a grid of 24, in the colour of the text. */
const PATHS = {
  add: 'M13 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V9zm0 0v6h6M12 17v-5m-2.5 2L12 11.5l2.5 2.5',
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M6 11h12v9H6zm6 4v2',
  close: 'M6 6l12 12M18 6L6 18',
  pause: 'M9 6v12M15 6v12',
  resume: 'M8 5l11 7-11 7z',
  retry: 'M19 8a8 8 0 1 0 1 6M20 4v5h-5',
} as const

export type IconName = keyof typeof PATHS

export const icon = (name: IconName): SVGTemplateResult =>
  svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${PATHS[name]} /></svg>`
