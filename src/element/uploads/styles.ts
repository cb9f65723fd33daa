import { type CSSResult, css } from 'lit'

/** What files look like, on top of the element's own styles. */
export const fileStyles: CSSResult = css`
  :host {
    --_success: var(--sealdrop-success, light-dark(#18753c, #57c98c));
    --_tint: color-mix(in srgb, var(--_accent) 8%, var(--_surface));
  }
  .over {
    border: 1px solid var(--_accent);
    background: var(--_tint);
  }
  .over .drop {
    display: inline;
  }
  .compact {
    flex-flow: row wrap;
    gap: 0 0.4em;
    padding: 6px 16px 8px;
    text-align: start;
  }
  .compact > .icon {
    margin-inline-end: 0.4em;
  }
  .compact > .choose {
    margin-inline-start: -0.25em;
    padding: 0 0.25em;
  }
  /* Where nothing can be dropped, no words come before it but the gap after them. */
  @media (hover: none) and (pointer: coarse), not (any-pointer: fine) {
    .compact > .choose {
      margin-inline-start: -0.65em;
    }
  }
  .compact:not(.off) > .choose {
    background: none;
    color: var(--_accent);
  }
  .compact.off > .choose {
    margin-inline-start: 0;
    padding-inline: 0.75em;
  }
  .off > .choose + .hint {
    margin-block-start: 4px;
  }
  .compact > .hint {
    flex-basis: 100%;
  }
  .full {
    padding-block: 12px;
  }
  .full > .choose:not(:focus-visible) {
    position: absolute;
    clip-path: inset(50%);
  }
  .line,
  .remark,
  .summary {
    color: var(--_muted);
    font-size: 0.875em;
  }
  /* In columns where there is room: a name and its buttons stay together. */
  .list {
    display: grid;
    margin-block-end: 0;
    padding: 0;
    list-style: none;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 28em), 1fr));
    gap: var(--_gap);
    align-items: start;
  }
  /* A part of the list, in its columns: a change in one row has the browser look at no row of another part. */
  .group {
    contain: layout;
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: inherit;
    gap: inherit;
    align-items: inherit;
  }
  /* Contained, or a change in one of a thousand rows has the browser look at all that is in the others (23 ms). */
  .file {
    contain: layout paint;
    display: grid;
    grid-template-columns: auto 1fr auto;
    column-gap: 12px;
    align-items: start;
    padding: 9px 14px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  /* What needs a hand leads the eye. */
  .failed,
  .refused {
    --_mark: var(--_danger);
  }
  .offer {
    --_mark: var(--_accent);
  }
  .done {
    --_mark: var(--_success);
  }
  .failed,
  .offer {
    border-color: var(--_mark);
    background: color-mix(in srgb, var(--_mark) 5%, var(--_surface));
  }
  .failed > .actions > :first-child {
    color: var(--_danger);
  }
  /* In its own letters, so that a reader's larger ones fit. */
  .thumb {
    grid-row: span 2;
    display: grid;
    place-content: center;
    justify-items: center;
    inline-size: max(44px, 3.82em);
    block-size: 4.55em;
    margin-block: 3px;
    border: 1px solid var(--_line);
    border-radius: 8px;
    background: color-mix(in srgb, var(--_muted) 5%, var(--_surface));
    color: var(--_muted);
    font-size: 0.6875em;
    font-weight: 700;
    letter-spacing: 0.03em;
  }
  .thumb > .icon {
    font-size: 1.75em;
  }
  /* A folded corner, which needs no element of its own. */
  .page {
    --_fold: var(--_line) 50%, transparent 50%;
    border-start-end-radius: 1.4em;
    background: linear-gradient(to top right, var(--_fold)) 100% 0 / 1.3em 1.3em no-repeat
      color-mix(in srgb, var(--_muted) 5%, var(--_surface));
  }
  [dir='rtl'] .page {
    background-image: linear-gradient(to top left, var(--_fold));
    background-position: 0 0;
  }
  .look {
    display: block;
    padding: 0;
    overflow: hidden;
  }
  .look > canvas {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .name {
    align-self: center;
    min-inline-size: 0;
    font-weight: 600;
  }
  .letters {
    display: inline-block;
    max-inline-size: 100%;
    vertical-align: top;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .status {
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  /* The space between status and size: unlike a margin it takes no room where the size has a line of its own. */
  .line {
    word-spacing: 0.5em;
  }
  .line > * {
    display: inline;
    word-spacing: 0;
  }
  .meta {
    white-space: nowrap;
  }
  .status > .icon {
    inline-size: 1.25em;
    block-size: 1.25em;
    margin-inline: 0.15em;
    vertical-align: -0.25em;
    stroke-width: 2;
  }
  .done .status,
  .failed .status,
  .refused .status,
  .offer .status {
    color: var(--_mark);
  }
  .refused .name,
  .cancelled .name,
  .removed .name {
    color: var(--_muted);
  }
  /* Beside the name, although what describes them is read before them. */
  .actions {
    grid-area: 1 / -2;
    display: flex;
    margin-block: -8px;
    margin-inline-end: -10px;
  }
  .news {
    grid-column: 2 / -1;
  }
  .action {
    display: grid;
    place-content: center;
    min-inline-size: 44px;
    padding: 0.3em;
    color: var(--_muted);
  }
  .action:hover:enabled {
    background: var(--_tint);
    color: var(--_text);
  }
  .action:disabled {
    visibility: hidden;
  }
  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-block-start: 8px;
  }
  .answer {
    padding-inline: 14px;
    border-color: var(--_line);
    font-weight: 600;
  }
  .answer:first-child {
    color: var(--_accent);
  }
  .actions > .answer {
    margin-inline-end: 10px;
  }
  .answer:hover:enabled {
    background: var(--_tint);
  }
  .bar {
    --_way: var(--_accent);
    appearance: none;
    display: block;
    inline-size: 100%;
    block-size: 4px;
    margin-block-start: 8px;
    border: 0;
    border-radius: 2px;
    background: var(--_line);
    overflow: hidden;
  }
  .bar::-webkit-progress-bar {
    background: none;
  }
  .bar::-webkit-progress-value {
    border-radius: 2px;
    background: var(--_way);
  }
  .bar::-moz-progress-bar {
    border-radius: 2px;
    background: var(--_way);
  }
  /* Broken into pieces: it stands still. */
  .paused .bar,
  .retrying .bar {
    --_way: repeating-linear-gradient(90deg, var(--_muted) 0 6px, transparent 6px 10px);
  }
  .summary {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 12px;
    min-block-size: 44px;
    padding-inline: 2px;
  }
  .rest > .summary {
    margin-block-start: 4px;
  }
  .summary + .seal {
    margin-block-start: 0;
  }
  .all {
    margin-inline-end: -2px;
    padding-inline: 6px;
    color: var(--_accent);
    font-weight: 600;
  }
  summary {
    border-radius: 6px;
    cursor: pointer;
  }
  /* It opens: drawn, because a letter would be read out. */
  summary::after {
    content: '';
    flex: none;
    inline-size: 0.45em;
    block-size: 0.45em;
    margin: 0.4em 0.3em;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    rotate: 45deg;
  }
  [open] > summary::after {
    margin-block-start: 0.65em;
    rotate: 225deg;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  .reference {
    overflow-wrap: anywhere;
    user-select: text;
  }
  .whole {
    display: block;
    margin-block-start: 6px;
    padding: 0.375em 0.5em;
    white-space: normal;
    overflow-wrap: anywhere;
    user-select: all;
  }
  button:disabled {
    cursor: default;
  }
  code {
    border-color: var(--_line);
    border-radius: 6px;
    background: var(--_surface);
    color: var(--_text);
  }
  details > p {
    margin-block-start: 8px;
  }
  .untrusted {
    color: var(--_danger);
  }
  @container (max-width: 21em) {
    .compact > .icon {
      display: none;
    }
    .file {
      column-gap: 0;
      padding: 10px;
    }
    .thumb:not(.look) {
      display: none;
    }
    .name {
      grid-area: 1 / 1 / auto / 3;
    }
    .news {
      grid-area: 2 / 1 / auto / -1;
    }
    /* A picture stands below the name, which has the whole line. */
    .look {
      grid-area: 2 / 1;
      margin-inline-end: 10px;
    }
    .look ~ .news {
      grid-column-start: 2;
    }
  }
  /* So narrow, or letters so large, that nothing fits beside a name: picture and buttons stand above it. */
  @container (max-width: 14em) {
    .file {
      grid-template-columns: auto 1fr;
    }
    .file > .thumb {
      grid-area: 1 / 1;
    }
    .thumb:not(.look) {
      display: grid;
    }
    .file > .name {
      grid-area: 2 / 1 / auto / -1;
    }
    .file > .news {
      grid-area: 3 / 1 / auto / -1;
    }
    .actions {
      grid-area: 1 / 2;
      justify-content: flex-end;
      margin: 0;
    }
    summary > span {
      min-inline-size: 0;
    }
    code {
      white-space: normal;
      -webkit-box-decoration-break: clone;
      box-decoration-break: clone;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .zone,
    button {
      transition:
        background-color 0.15s,
        border-color 0.15s;
    }
    /* A slow line: what moves too little to be seen is alive. */
    .sending .bar {
      animation: breathe 1.2s 5s infinite alternate ease-in-out;
    }
    @keyframes breathe {
      to {
        opacity: 0.5;
      }
    }
    .bar::-webkit-progress-value {
      transition: inline-size 0.2s;
    }
    .group:only-child > .file {
      animation: appear 0.2s ease-out;
    }
    @keyframes appear {
      from {
        opacity: 0;
        translate: 0 4px;
      }
    }
  }
  @media (prefers-contrast: more), (forced-colors: active) {
    .bar {
      block-size: 8px;
      border: 1px solid var(--_text);
      background: var(--_surface);
    }
  }
  @media (forced-colors: active) {
    .over {
      border: 2px solid Highlight;
    }
    /* Every button has a border there. */
    .compact > .choose,
    .all {
      margin-inline: 0;
      padding-inline: 0.75em;
    }
    .compact > .hint {
      margin-block-start: 4px;
    }
    .actions {
      gap: 4px;
      margin: 0;
    }
    .bar {
      forced-color-adjust: none;
      --_accent: Highlight;
      --_muted: CanvasText;
      --_text: CanvasText;
      --_surface: Canvas;
    }
  }
`
