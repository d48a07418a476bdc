import { css } from 'lit';

/** What every shadow root of the app starts from. */
export const base = css`
  :host {
    box-sizing: border-box;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  fieldset {
    margin: 0;
    padding: 0;
  }

  fieldset {
    border: 0;
    min-inline-size: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  h1 {
    font-size: 28px;
    font-weight: 600;
    letter-spacing: -0.015em;
    line-height: 34px;
  }

  h2 {
    font-size: 20px;
    font-weight: 600;
    letter-spacing: -0.01em;
    line-height: 28px;
  }

  h3 {
    font-size: 14px;
    font-weight: 600;
    line-height: 20px;
  }

  a {
    color: var(--_accent-text);
    text-decoration: underline;
    text-decoration-color: color-mix(in oklch, currentcolor 35%, transparent);
    text-underline-offset: 3px;
  }

  a:hover {
    text-decoration-color: currentcolor;
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .icon {
    display: block;
    fill: none;
    flex: none;
    stroke: currentcolor;
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 1.5px;
  }

  .icon * {
    vector-effect: non-scaling-stroke;
  }

  .mirrored:dir(rtl) {
    transform: scaleX(-1);
  }

  .muted {
    color: var(--_text-muted);
  }

  .faint {
    color: var(--_text-faint);
  }

  .meta {
    color: var(--_text-muted);
    font-size: 12px;
    line-height: 16px;
  }

  .numbers {
    font-variant-numeric: tabular-nums;
  }

  .clip {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  /* Its own direction for the words, so that their beginning stays in sight; the page's for where they stand. */
  .clip[dir='auto'] {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  .only-spoken {
    block-size: 1px;
    clip-path: inset(50%);
    inline-size: 1px;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 0.01ms !important;
    }
  }
`;
