import { css } from 'lit';

/** The kinds to choose from, and the place where a file is dropped. */
export const dropStyles = css`
  .kinds {
    display: grid;
    gap: 12px;
    grid-template-columns: repeat(3, minmax(0, 1fr));
  }

  h2 {
    font-size: 16px;
    line-height: 24px;
  }

  .kind {
    align-items: center;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    cursor: pointer;
    display: flex;
    font-weight: 500;
    gap: 10px;
    min-block-size: 52px;
    padding: 8px 14px;
  }

  .kind:hover {
    background: var(--_hover);
  }

  .kind:has(:checked) {
    background: var(--_accent-tint);
    border-color: var(--_accent);
    color: var(--_accent-text);
  }

  .kind:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .kind input {
    block-size: 1px;
    inline-size: 1px;
    margin: 0;
    opacity: 0;
    position: absolute;
  }

  .drop {
    align-content: center;
    background: var(--_surface);
    border: 1.5px dashed var(--_line-strong);
    border-radius: var(--_radius-card);
    display: grid;
    gap: 8px;
    justify-items: center;
    min-block-size: 312px;
    padding: 32px 24px;
    text-align: center;
    transition:
      background-color 120ms ease-out,
      border-color 120ms ease-out;
  }

  .drop.over {
    background: var(--_accent-tint);
    border-color: var(--_accent);
  }

  .drop .emblem {
    align-items: center;
    background: var(--_accent-tint);
    block-size: 44px;
    border-radius: 12px;
    color: var(--_accent-text);
    display: flex;
    inline-size: 44px;
    justify-content: center;
  }

  .drop .lead {
    font-size: 16px;
    font-weight: 600;
    line-height: 24px;
    overflow-wrap: anywhere;
  }

  .drop #rules {
    margin-block-end: 12px;
  }

  .drop.sending {
    border-style: solid;
    border-color: var(--_line);
    gap: 12px;
  }

  .sending progress {
    max-inline-size: 420px;
  }

  @media (max-width: 560px) {
    .kinds {
      grid-template-columns: minmax(0, 1fr);
      gap: 8px;
    }

    .kind {
      min-block-size: 44px;
    }

    .drop {
      min-block-size: 0;
      padding: 24px 16px;
    }
  }

  /* Nothing can be dragged with a finger. */
  @media (hover: none) {
    .drop:not(.sending) .lead,
    .drop .or {
      display: none;
    }
  }
`;
