import { css } from 'lit';

/** Buttons, fields and other native controls, by class. */
export const controls = css`
  button,
  input,
  select,
  textarea {
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
  }

  .button {
    align-items: center;
    background: var(--_raised);
    block-size: var(--_control);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    color: var(--_text);
    cursor: pointer;
    display: inline-flex;
    flex: none;
    font-weight: 500;
    gap: 8px;
    justify-content: center;
    padding-inline: 12px;
    text-decoration: none;
    transition:
      background-color 120ms ease-out,
      border-color 120ms ease-out;
    user-select: none;
    white-space: nowrap;
  }

  .button:hover {
    background: var(--_hover);
  }

  .button:active {
    border-color: var(--_line-strong);
  }

  .button.primary {
    background: var(--_accent);
    border-color: transparent;
    color: var(--_on-accent);
  }

  .button.primary:hover {
    background: var(--_accent-hover);
  }

  .button.danger {
    background: var(--_danger-solid);
    border-color: transparent;
    color: #fff;
  }

  .button.danger:hover {
    background: color-mix(in oklch, var(--_danger-solid), black 12%);
  }

  .button.quiet {
    background: none;
    border-color: transparent;
    color: var(--_text-muted);
  }

  .button.quiet:hover,
  .button.quiet[aria-expanded='true'] {
    background: var(--_hover);
    color: var(--_text);
  }

  .button.small {
    block-size: max(28px, calc(var(--_control) - 8px));
    font-size: 12px;
    gap: 6px;
    padding-inline: 8px;
  }

  .button.only-icon {
    inline-size: var(--_control);
    padding: 0;
  }

  .button.small.only-icon {
    inline-size: max(28px, calc(var(--_control) - 8px));
  }

  .button.wide {
    inline-size: 100%;
  }

  .button:disabled,
  .button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.55;
  }

  .input {
    background: var(--_surface);
    block-size: var(--_control);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    inline-size: 100%;
    min-inline-size: 0;
    padding: 0 10px;
    transition: border-color 120ms ease-out;
  }

  textarea.input {
    block-size: auto;
    field-sizing: content;
    min-block-size: 76px;
    padding-block: 8px;
    resize: vertical;
  }

  .input:hover {
    border-color: var(--_text-muted);
  }

  .input:focus-visible {
    border-color: transparent;
    outline-offset: -1px;
  }

  .input[aria-invalid='true'] {
    border-color: var(--_danger);
  }

  .input:disabled,
  .input:read-only:not(select) {
    background: var(--_sunken);
    color: var(--_text-muted);
  }

  .input::placeholder {
    color: var(--_text-faint);
    opacity: 1;
  }

  .select {
    display: block;
    position: relative;
  }

  .select > select {
    appearance: none;
    cursor: pointer;
    padding-inline-end: 32px;
    text-overflow: ellipsis;
  }

  .select > select option {
    background: var(--_raised);
    color: var(--_text);
  }

  .select > .icon {
    color: var(--_text-muted);
    inset-block-start: calc(50% - 8px);
    inset-inline-end: 10px;
    pointer-events: none;
    position: absolute;
  }

  .field {
    display: grid;
    gap: 6px;
    min-inline-size: 0;
  }

  .field > label,
  .field > .label {
    font-weight: 500;
  }

  .field > .optional,
  .field label .optional,
  .field > .label .optional {
    color: var(--_text-muted);
    font-weight: 400;
  }

  .hint {
    color: var(--_text-muted);
    font-size: 12px;
    line-height: 16px;
  }

  .error {
    align-items: flex-start;
    color: var(--_danger);
    display: flex;
    font-size: 12px;
    gap: 6px;
    line-height: 16px;
  }

  .check {
    align-items: flex-start;
    cursor: pointer;
    display: flex;
    gap: 10px;
  }

  .check > input {
    accent-color: var(--_accent);
    block-size: 16px;
    flex: none;
    inline-size: 16px;
    margin: 2px 0;
  }

  .form {
    display: grid;
    gap: 20px;
  }

  .pair {
    align-items: start;
    display: grid;
    gap: 20px 16px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 200px), 1fr));
  }

  .row {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .row.end {
    justify-content: flex-end;
  }

  .row.between {
    justify-content: space-between;
  }

  kbd {
    align-items: center;
    background: var(--_sunken);
    border: 1px solid var(--_line);
    border-radius: 4px;
    color: var(--_text-muted);
    display: inline-flex;
    font: 500 12px / 16px system-ui, sans-serif;
    justify-content: center;
    min-inline-size: 20px;
    padding: 1px 5px;
  }

  code,
  .code {
    font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
    font-size: 12px;
  }
`;
