import { css } from 'lit';

export const paletteStyles = css`
  dialog {
    background: var(--_raised);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    box-shadow: var(--_shadow-dialog);
    color: var(--_text);
    inline-size: min(600px, calc(100vw - 24px));
    margin: 12vh auto auto;
    max-block-size: min(520px, 76dvh);
    overflow: hidden;
    padding: 0;
  }

  dialog[open] {
    display: flex;
    flex-direction: column;
  }

  dialog::backdrop {
    background: rgb(10 12 14 / 0.42);
  }

  .find {
    align-items: center;
    border-block-end: 1px solid var(--_line);
    display: flex;
    flex: none;
    gap: 12px;
    padding-inline: 18px 12px;
  }

  .find input {
    background: none;
    block-size: 52px;
    border: 0;
    flex: 1;
    font-size: 16px;
    min-inline-size: 0;
    outline: none;
  }

  .find:focus-within {
    box-shadow: inset 0 -1px 0 var(--_accent);
  }

  .results {
    overflow: auto;
    padding: 6px;
    scroll-padding: 40px 6px;
  }

  .group {
    color: var(--_text-muted);
    font-size: 12px;
    font-weight: 500;
    padding: 10px 12px 4px;
  }

  .item {
    align-items: center;
    border-radius: 8px;
    cursor: pointer;
    display: flex;
    gap: 12px;
    min-block-size: 40px;
    padding-inline: 12px;
  }

  .item .icon {
    color: var(--_text-muted);
  }

  .item .label {
    flex: 0 1 auto;
    min-inline-size: 40%;
  }

  .item .hint {
    color: var(--_text-muted);
    flex: 1 1 0;
    font-size: 12px;
    text-align: end;
  }

  .find button {
    display: none;
  }

  .failed {
    align-items: center;
    border-block-end: 1px solid var(--_line);
    color: var(--_warning);
    display: flex;
    font-size: 12px;
    gap: 8px;
    padding: 8px 18px;
  }

  .item[aria-selected='true'] {
    background: var(--_hover);
  }

  .item[aria-selected='true']::before {
    background: var(--_accent);
    block-size: 20px;
    border-radius: 2px;
    content: '';
    inline-size: 3px;
    margin-inline: -8px -7px;
  }

  .none {
    color: var(--_text-muted);
    overflow-wrap: anywhere;
    padding: 32px 20px;
    text-align: center;
  }

  @media (max-width: 560px) {
    dialog {
      block-size: 100dvh;
      border: 0;
      border-radius: 0;
      inline-size: 100vw;
      margin: 0;
      max-block-size: none;
      max-inline-size: none;
    }

    .find kbd {
      display: none;
    }

    .find button {
      display: inline-flex;
    }

    .item {
      min-block-size: 44px;
    }
  }
`;
