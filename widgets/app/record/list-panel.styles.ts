import { css } from 'lit';

/** A list with its head, filters and chips, and a sheet above it. */
export const listPanelStyles = css`
  :host {
    block-size: 100%;
    display: block;
    min-block-size: 0;
  }

  .place {
    --_leave: 24px;
    block-size: 100%;
    display: flex;
    flex-direction: column;
    overflow: hidden;
    position: relative;
  }

  .place:dir(rtl) {
    --_leave: -24px;
  }

  .list {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 0;
  }

  .head {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    padding: 20px 24px 12px;
  }

  .head h1 {
    align-items: center;
    display: flex;
    flex: 1 0 auto;
    font-size: 20px;
    gap: 10px;
    line-height: 28px;
  }

  .dot {
    background: var(--_line-strong);
    block-size: 8px;
    border-radius: 999px;
    inline-size: 8px;
  }

  .dot.live {
    background: var(--_success);
  }

  .dot.waiting {
    background: var(--_warning);
  }

  .search {
    flex: 0 1 240px;
    min-inline-size: 140px;
    position: relative;
  }

  .search .input {
    padding-inline: 32px;
  }

  .search .input:not(:hover) {
    border-color: var(--_line);
  }

  .search > .icon {
    color: var(--_text-faint);
    inset-block-start: calc(50% - 8px);
    inset-inline-start: 10px;
    pointer-events: none;
    position: absolute;
  }

  .search .button {
    inset-block-start: calc((var(--_control) - 28px) / 2);
    block-size: 28px;
    inline-size: 28px;
    inset-inline-end: 4px;
    position: absolute;
  }

  .search input::-webkit-search-cancel-button {
    display: none;
  }

  .switch {
    background: var(--_sunken);
    border-radius: var(--_radius);
    display: flex;
    padding: 2px;
  }

  .switch .button {
    background: none;
    block-size: calc(var(--_control) - 4px);
    border-color: transparent;
    color: var(--_text-muted);
    padding-inline: 10px;
  }

  .switch .button[aria-pressed='true'] {
    background: var(--_raised);
    border-color: var(--_line);
    color: var(--_text);
  }

  .filters {
    align-items: center;
    border-block-end: 1px solid var(--_line);
    display: flex;
    gap: 4px 16px;
    justify-content: space-between;
    padding-inline: 24px;
  }

  .filters.board {
    border-block-end-color: transparent;
    padding-block-end: 8px;
  }

  .tabs {
    display: flex;
    gap: 4px;
    overflow-x: auto;
    scrollbar-width: none;
  }

  .tabs a {
    align-items: center;
    border-block-end: 2px solid transparent;
    color: var(--_text-muted);
    display: flex;
    flex: none;
    font-weight: 500;
    gap: 6px;
    min-block-size: 40px;
    padding-inline: 8px;
    text-decoration: none;
  }

  .tabs a:focus-visible {
    outline-offset: -2px;
  }

  .tabs a:hover {
    color: var(--_text);
  }

  .tabs a[aria-current='page'] {
    border-block-end-color: var(--_accent);
    color: var(--_text);
  }

  .tabs .count {
    color: var(--_text-faint);
    font-variant-numeric: tabular-nums;
  }

  .tools {
    display: flex;
    flex: none;
    gap: 4px;
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    padding: 8px 24px;
  }

  .chip {
    align-items: center;
    background: var(--_accent-tint);
    block-size: 28px;
    border: 0;
    border-radius: 999px;
    color: var(--_accent-text);
    cursor: pointer;
    display: inline-flex;
    font-size: 12px;
    font-weight: 500;
    gap: 6px;
    max-inline-size: 100%;
    padding-inline: 12px 8px;
  }

  .chip .icon {
    block-size: 14px;
    inline-size: 14px;
  }

  .main {
    flex: 1;
    min-block-size: 0;
  }

  .empty-place {
    block-size: 100%;
    overflow: auto;
  }

  @media (max-width: 720px) {
    .head {
      gap: 8px;
      padding: 12px 16px 8px;
    }

    /* The search takes the second row, with what makes a record at its end. */
    .search {
      flex: 1 1 calc(100% - 60px);
      order: 1;
    }

    .create {
      order: 1;
    }

    .switch .label,
    .create .label {
      display: none;
    }

    .filters,
    .chips {
      padding-inline: 16px;
    }

    .filters {
      gap: 4px;
    }

    .tools .label {
      display: none;
    }
  }
`;
