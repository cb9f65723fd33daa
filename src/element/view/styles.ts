import { type CSSResult, css } from 'lit'

export const zoneStyles: CSSResult = css`
  .zone {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 10px;
    padding: 26px 16px;
    border: 1px dashed color-mix(in srgb, var(--_line), var(--_muted) 30%);
    border-radius: var(--_radius);
    background: var(--_surface);
    text-align: center;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .zone > .icon {
    font-size: 1.25em;
    color: var(--_accent);
  }
  .choose {
    padding: 0.5em 1.25em;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .hint {
    min-block-size: 1lh; /* comes with the settings */
  }
  .invalid {
    border-color: var(--_danger);
  }
  .off {
    border-style: solid;
    border-color: var(--_line);
    cursor: default;
  }
  .off > .icon,
  .off > .prompt {
    color: var(--_muted);
  }
  .off > .choose {
    border-color: var(--_line);
    background: none;
    color: var(--_muted);
    font-weight: 400;
    cursor: default;
  }
  .faulty > .prompt,
  .faulty > .icon,
  .invalid-message {
    color: var(--_danger);
  }
  .faulty > .hint,
  .faulty > .choose:not(:focus-visible) {
    position: absolute;
    clip-path: inset(50%);
  }
  /* Nothing can be dropped there, whatever some phones say of hovering. */
  @media (hover: none) and (pointer: coarse), not (any-pointer: fine) {
    .drop {
      display: none;
    }
    .zone > .prompt {
      margin-block-start: -10px;
    }
  }
`

export const sealStyles: CSSResult = css`
  .seal .icon {
    inline-size: 1.25em;
    block-size: 1.25em;
    margin-block-start: 0.125em;
  }
  p.seal,
  summary {
    display: flex;
    gap: 6px;
    padding: 5px 2px;
    line-height: 1.5;
  }
  @media (any-pointer: coarse) {
    p.seal,
    summary {
      padding-block: 12px;
    }
  }
  /* How large a fingerprint is. It is seen when its code is there. */
  code {
    unicode-bidi: isolate;
    padding: 0.125em 0.5em;
    border: 1px solid;
    font: 0.9em ui-monospace, Consolas, monospace;
    white-space: nowrap;
  }
  /* As wide as a fingerprint, so that nothing moves when it comes. */
  .unknown {
    visibility: hidden;
  }
  .unknown::before {
    content: '0000 0000 0000';
  }
`
