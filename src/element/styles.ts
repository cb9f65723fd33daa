import { type CSSResult, css } from 'lit'
import { sealStyles, zoneStyles } from './view/styles.ts'

/** Light and dark follow the page's `color-scheme`, not the setting of the system. */
const colours = css`
  :host {
    --_accent: var(--sealdrop-accent, light-dark(#2257d6, #8aa8ff));
    --_on-accent: light-dark(#fff, #10141d);
    --_surface: var(--sealdrop-surface, light-dark(#fff, #1a1d25));
    --_text: var(--sealdrop-text, light-dark(#15171c, #eceef3));
    --_muted: var(--sealdrop-muted, light-dark(#5a6170, #a0a7b5));
    --_line: var(--sealdrop-line, light-dark(#c5cbd8, #434958));
    --_danger: var(--sealdrop-danger, light-dark(#b3261e, #ff8f80));
    --_radius: var(--sealdrop-radius, 12px);
    --_gap: var(--sealdrop-gap, 10px);
  }
`

const frame = css`
  :host {
    display: block;
    container-type: inline-size;
    min-inline-size: min(260px, 100%);
    color: var(--_text);
    font-family: var(--sealdrop-font, inherit);
    line-height: 1.4;
    text-align: start;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  ::before {
    box-sizing: border-box;
  }
  .root {
    display: flex;
    flex-direction: column;
    gap: var(--_gap);
  }
  /* Other words than English are on their way: it keeps its place, and is not read in English first. */
  .awaiting {
    animation: hide 0.7s;
  }
  @keyframes hide {
    from,
    to {
      visibility: hidden;
    }
  }
  .rest {
    margin-block-start: calc(var(--_gap) * -1);
    outline: 0;
  }
  .rest > :not(slot) {
    margin-block-start: var(--_gap);
  }
  p {
    margin: 0;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .icon {
    inline-size: 1.375em;
    block-size: 1.375em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  button {
    min-block-size: 44px;
    border: 1px solid transparent;
    border-radius: calc(var(--_radius) * 0.75);
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .label {
    font-weight: 600;
  }
  .star {
    color: var(--_danger);
  }
  /* The page's own words may run the other way than ours. */
  .label,
  ::slotted(*) {
    unicode-bidi: plaintext;
  }
  .hint,
  .seal {
    color: var(--_muted);
  }
  .hint,
  .seal,
  .invalid-message,
  .zone-note {
    font-size: 0.875em;
  }
`

const circumstances = css`
  @container (max-width: 21em) {
    .zone:not(.compact) {
      padding: 20px 12px;
    }
  }
  @media (prefers-contrast: more) {
    :host {
      --_line: var(--_muted);
    }
  }
  @media (forced-colors: active) {
    .off > .choose {
      border-color: GrayText;
      color: GrayText;
    }
  }
`

export const styles: CSSResult[] = [colours, frame, zoneStyles, sealStyles, circumstances]
