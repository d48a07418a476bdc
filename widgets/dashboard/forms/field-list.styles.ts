import { css } from 'lit';

export const fieldListStyles = css`
  :host {
    display: grid;
    gap: 12px;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
  }

  ol {
    display: grid;
    gap: 6px;
    grid-template-columns: minmax(0, 1fr);
    inline-size: 100%;
  }

  li {
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: 10px;
  }

  li.dragged {
    border-color: var(--_accent);
    box-shadow: var(--_shadow-menu);
    position: relative;
    z-index: 1;
  }

  .dragged .order {
    visibility: hidden;
  }

  li.wrong {
    border-color: var(--_danger);
  }

  .summary {
    align-items: center;
    display: flex;
    padding-inline-start: 4px;
    position: relative;
  }

  .handle,
  .toggle {
    align-items: center;
    background: none;
    border: 0;
    border-radius: 8px;
    display: flex;
    min-block-size: 44px;
  }

  .handle {
    color: var(--_text-faint);
    cursor: grab;
    flex: none;
    justify-content: center;
    padding: 0 8px;
    touch-action: none;
  }

  .handle:hover {
    color: var(--_text);
  }

  .dragged .handle {
    cursor: grabbing;
  }

  .handle:disabled {
    cursor: default;
    visibility: hidden;
  }

  .toggle {
    cursor: pointer;
    flex: 1;
    gap: 10px;
    min-inline-size: 0;
    padding-inline: 6px 14px;
    text-align: start;
  }

  .toggle > .icon:first-child {
    color: var(--_text-muted);
  }

  .toggle > .icon:last-child {
    color: var(--_text-faint);
    transition: transform 120ms ease-out;
  }

  .open .toggle > .icon:last-child {
    transform: rotate(180deg);
  }

  .toggle .clip {
    font-weight: 500;
  }

  .order {
    display: flex;
    flex: none;
    padding-inline-end: 6px;
  }

  @media (hover: hover) {
    /* Above the kind of answer, which is of no interest to whoever moves the field. */
    .order {
      background: var(--_surface);
      inset-inline-end: 38px;
      opacity: 0;
      padding-inline: 8px 0;
      position: absolute;
      transition: opacity 120ms ease-out;
    }

    li:hover .order,
    li:focus-within .order {
      opacity: 1;
    }
  }

  .kind {
    flex: 1;
    text-align: end;
    white-space: nowrap;
  }

  .editor {
    border-block-start: 1px solid var(--_line);
    display: grid;
    gap: 16px;
    padding: 16px;
  }

  .open > .summary .kind {
    display: none;
  }

  .open > .summary .clip {
    flex: 1;
  }

  @media (max-width: 560px) {
    .kind {
      display: none;
    }

    .toggle .clip {
      flex: 1;
    }
  }
`;
