import { css } from 'lit';

export const fieldStyles = css`
  :host {
    display: grid;
    gap: 24px;
  }

  .group {
    display: grid;
    gap: 2px;
  }

  .group > h3 {
    color: var(--_text-muted);
    font-size: 12px;
    font-weight: 500;
    margin-block-end: 4px;
  }

  .group > h3 {
    align-items: center;
    display: flex;
    gap: 6px;
    min-block-size: 20px;
  }

  .words .input {
    background: var(--_sunken);
    border-color: transparent;
    min-block-size: 44px;
    padding: 10px 12px;
    resize: none;
  }

  .property {
    align-items: start;
    display: grid;
    gap: 0 8px;
    grid-template-columns: 128px minmax(0, 1fr) 20px;
  }

  .property > label,
  .property > .label {
    color: var(--_text-muted);
    padding-block: 6px;
  }

  .property .input {
    background: none;
    block-size: 32px;
    border-color: transparent;
    margin-inline-start: -9px;
    inline-size: calc(100% + 9px);
    padding-inline: 8px;
  }

  /* What is typed keeps its own direction and stands beside its label all the same. */
  :host([rtl]) .input {
    text-align: right;
  }

  .property .input:hover:not(:focus) {
    background: var(--_hover);
  }

  .property .input:focus {
    background: var(--_surface);
  }

  .property textarea.input {
    block-size: auto;
    min-block-size: 32px;
    padding-block: 6px;
    resize: none;
  }

  .property input[type='number'] {
    appearance: textfield;
  }

  .property .check {
    padding-block: 6px;
  }

  .property .mark {
    padding-block-start: 8px;
  }

  .mark .done {
    animation: tick 1.8s ease-out forwards;
    color: var(--_success);
  }

  .property > .error {
    grid-column: 2 / -1;
    padding-block: 2px 6px;
  }

  .stars {
    display: flex;
    margin-inline-start: -6px;
  }

  .stars button {
    align-items: center;
    background: none;
    block-size: 32px;
    border: 0;
    border-radius: 6px;
    color: var(--_line-strong);
    cursor: pointer;
    display: flex;
    inline-size: 28px;
    justify-content: center;
    padding: 0;
  }

  .stars button:hover {
    background: var(--_hover);
  }

  .stars button.on {
    color: var(--_warning);
  }

  .stars button.on .icon {
    fill: currentcolor;
  }

  .range {
    align-items: center;
    display: flex;
    gap: 12px;
  }

  @keyframes tick {
    0% {
      opacity: 0;
      transform: scale(0.6);
    }

    15%,
    70% {
      opacity: 1;
      transform: none;
    }

    100% {
      opacity: 0;
    }
  }

  @media (pointer: coarse) {
    .property .input {
      block-size: 44px;
    }

    .property > label,
    .property > .label,
    .property .check,
    .property textarea.input {
      padding-block: 12px;
    }

    .stars button {
      block-size: 44px;
      inline-size: 40px;
    }
  }
`;
