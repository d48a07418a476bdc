import { css } from 'lit';

export const timelineStyles = css`
  :host {
    align-content: start;
    display: grid;
    gap: 12px;
  }

  h3 {
    color: var(--_text-muted);
    font-size: 12px;
    font-weight: 500;
  }

  .composer {
    display: grid;
    gap: 8px;
  }

  .composer .input {
    min-block-size: 60px;
  }

  .composer .button {
    justify-self: end;
  }

  .bones {
    display: grid;
    gap: 14px;
    padding-block: 8px;
  }

  ol > li {
    display: grid;
    gap: 10px;
    grid-template-columns: 24px minmax(0, 1fr);
    padding-block-end: 16px;
    position: relative;
  }

  ol > li > .icon {
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: 999px;
    block-size: 24px;
    color: var(--_text-muted);
    inline-size: 24px;
    padding: 4px;
    position: relative;
    z-index: 1;
  }

  ol > li:not(:last-child)::before {
    background: var(--_line);
    content: '';
    inline-size: 1px;
    inset-block: 24px 0;
    inset-inline-start: 12px;
    position: absolute;
  }

  li > div > p:first-child {
    padding-block-start: 2px;
  }

  .change {
    font-size: 12px;
    line-height: 16px;
    overflow-wrap: anywhere;
    padding-block: 1px;
  }

  .change s {
    color: var(--_text-faint);
  }

  .note {
    background: var(--_sunken);
    border-radius: 10px;
    display: grid;
    gap: 4px;
    padding: 8px 8px 4px 12px;
  }

  form.note {
    gap: 8px;
    padding: 8px;
  }

  .note .body {
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  .tools {
    display: flex;
  }

  @media (hover: hover) {
    .tools {
      opacity: 0;
      transition: opacity 120ms ease-out;
    }

    .note:hover .tools,
    .note:focus-within .tools {
      opacity: 1;
    }
  }
`;
