import { css } from 'lit';

/** Counts that filter, and the rows below them. */
export const rowStyles = css`
  .card {
    overflow: hidden;
  }

  .filters {
    border-block-end: 1px solid var(--_line);
    display: flex;
    overflow-x: auto;
    scrollbar-width: none;
  }

  .tab {
    background: none;
    border: 0;
    border-block-end: 2px solid transparent;
    color: var(--_text-muted);
    cursor: pointer;
    display: grid;
    flex: 1 0 auto;
    gap: 2px;
    justify-items: start;
    min-inline-size: 88px;
    padding: 14px 20px 12px;
    text-align: start;
  }

  .tab:hover {
    background: var(--_hover);
  }

  .tab:focus-visible {
    outline-offset: -2px;
  }

  .tab strong {
    color: var(--_text);
    font-size: 20px;
    font-weight: 600;
    line-height: 28px;
  }

  .tab[aria-pressed='true'] {
    border-block-end-color: var(--_accent);
    color: var(--_text);
  }

  .tab[data-filter='error'] strong {
    color: var(--_danger);
  }

  .scroll {
    max-block-size: min(560px, 70dvh);
  }

  td {
    max-inline-size: 220px;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  td.what {
    max-inline-size: none;
    min-inline-size: 220px;
    padding-block: 8px;
    white-space: normal;
  }

  .reason {
    color: var(--_text-muted);
    display: block;
    font-size: 12px;
    line-height: 16px;
    max-inline-size: 320px;
    padding-block-start: 4px;
  }

  td.wrong,
  tbody tr:hover td.wrong {
    background: var(--_danger-tint);
  }

  .with-icon {
    align-items: center;
    display: flex;
    gap: 6px;
  }

  .with-icon .icon {
    color: var(--_danger);
  }

  .more {
    display: block;
    margin: 12px auto;
  }

  th.amount,
  td.amount {
    color: var(--_text-muted);
    inline-size: 1px;
    padding-inline-start: 20px;
  }

  @media (max-width: 720px) {
    .tab {
      min-inline-size: 76px;
      padding-inline: 14px;
    }

    td.what {
      min-inline-size: 190px;
    }
  }
`;
