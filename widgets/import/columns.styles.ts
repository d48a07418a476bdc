import { css } from 'lit';

/** Columns as rows: the head of each, its first values, what it becomes. On a phone each is a card. */
export const columnStyles = css`
  h2,
  legend {
    font-size: 16px;
    font-weight: 600;
    line-height: 24px;
  }

  legend {
    font-size: 14px;
    padding: 0 0 10px;
  }

  table {
    table-layout: fixed;
  }

  thead th {
    background: none;
    border-block-start: 1px solid var(--_line);
    position: static;
  }

  thead th:last-child {
    inline-size: 44%;
  }

  th:first-child,
  td:first-child {
    padding-inline-start: 24px;
  }

  th:last-child,
  td:last-child {
    padding-inline-end: 24px;
  }

  tbody th {
    background: none;
    block-size: 60px;
    color: var(--_text);
    font-size: 14px;
    font-weight: 600;
    overflow-wrap: anywhere;
    position: static;
    white-space: normal;
  }

  tbody tr:hover td {
    background: none;
  }

  tbody tr:last-child th {
    border-block-end-color: transparent;
  }

  .without th,
  .without .samples {
    color: var(--_text-muted);
  }

  td {
    padding-block: 8px;
    white-space: normal;
  }

  .samples bdi {
    color: var(--_text-muted);
    display: block;
    font-size: 12px;
    line-height: 18px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .none {
    color: var(--_text-muted);
    font-size: 12px;
  }

  .becomes > * {
    vertical-align: middle;
  }

  .select {
    display: inline-block;
    inline-size: min(260px, 100%);
  }

  .becomes .pill {
    margin-inline-start: 8px;
  }

  .refused {
    align-items: start;
    color: var(--_text-muted);
    display: flex;
    font-size: 12px;
    gap: 8px;
    line-height: 16px;
  }

  .out {
    overflow-wrap: anywhere;
  }

  .choices {
    display: grid;
    gap: 12px 24px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 280px), 1fr));
  }

  .order {
    max-inline-size: 320px;
  }

  @media (max-width: 720px) {
    table,
    tbody,
    tr,
    tbody th,
    td {
      display: block;
      inline-size: auto;
    }

    thead {
      block-size: 1px;
      clip-path: inset(50%);
      inline-size: 1px;
      overflow: hidden;
      position: absolute;
    }

    tr {
      border-block-start: 1px solid var(--_line);
      padding: 12px 16px;
    }

    tbody th:first-child,
    td:first-child,
    td:last-child {
      padding-inline: 0;
    }

    tbody th,
    td {
      block-size: auto;
      border: 0;
      padding: 2px 0;
    }

    td.becomes {
      padding-block: 6px 0;
    }

    .select {
      display: block;
      inline-size: 100%;
    }

    .becomes .pill {
      margin: 8px 0 0;
    }
  }
`;
