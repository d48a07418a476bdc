import { css } from 'lit';

/** Native controls of the embeds: 44 px high, one hairline, the page's font. */
export const controls = css`
  .field {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    align-content: start;
    min-width: 0;
  }

  .label {
    font-size: 0.9375em;
    font-weight: 500;
    line-height: 1.4;
  }

  .optional {
    color: var(--_text-muted);
    font-weight: 400;
    font-size: 0.9333em;
  }

  .note {
    display: flex;
    gap: calc(var(--_space) * 1.5);
    margin: 0;
    color: var(--_text-muted);
    font-size: 0.875em;
    line-height: 1.45;
  }

  .box {
    width: 100%;
    min-width: 0;
    min-height: var(--_control);
    margin: 0;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    text-align: start;
    transition: border-color var(--_quick);
  }

  .box:hover {
    border-color: var(--_text-muted);
  }

  .box:focus-visible {
    border-color: var(--_accent);
    outline-offset: -1px;
  }

  .box[aria-invalid] {
    border-color: var(--_danger);
    outline-color: var(--_danger);
  }

  input[type='date'] {
    height: var(--_control);
  }

  /* The arrow is drawn, not loaded: a strict policy allows no image, not even an inline one. */
  select.box {
    appearance: none;
    padding-inline-end: calc(var(--_space) * 10);
    background-image:
      linear-gradient(45deg, transparent 50%, currentColor 50%), linear-gradient(135deg, currentColor 50%, transparent 50%);
    background-position:
      calc(100% - 19px) 52%,
      calc(100% - 14px) 52%;
    background-size: 5px 5px;
    background-repeat: no-repeat;
  }

  select.box:dir(rtl) {
    background-position:
      14px 52%,
      19px 52%;
  }

  textarea.box {
    min-height: 8.5em;
    resize: vertical;
    field-sizing: content;
    max-height: 60vh;
  }

  .check {
    display: flex;
    gap: calc(var(--_space) * 2.5);
    align-items: start;
    min-height: 24px;
    padding-block: calc(var(--_space) * 0.5);
    font-size: 0.9375em;
    line-height: 1.45;
    cursor: pointer;
  }

  .chips .check {
    margin-inline-end: calc(var(--_space) * 3);
  }

  .check input,
  .chip input {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    margin: 0.1em 0 0;
    accent-color: var(--_accent);
    cursor: pointer;
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }

  .chip input {
    margin: 0;
  }

  .chip {
    display: inline-flex;
    gap: calc(var(--_space) * 2);
    align-items: center;
    width: auto;
    padding-inline-end: calc(var(--_space) * 4);
    cursor: pointer;
  }

  .chip:has(:checked) {
    border-color: var(--_accent);
    background: var(--_accent-tint);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  label.box:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  label.box :focus-visible {
    outline: none;
  }

  .invalid .chip,
  .box:has([aria-invalid]) {
    border-color: var(--_danger);
  }
`;
