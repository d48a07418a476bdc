import { css } from 'lit';

/** Records as rows, the head in sight, the count below. */
export const recordTableStyles = css`
  :host {
    block-size: 100%;
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }

  .scroll {
    flex: 1;
    min-block-size: 0;
  }

  th:first-child,
  td:first-child {
    padding-inline-start: 24px;
  }

  th:last-child,
  td:last-child {
    padding-inline-end: 24px;
  }

  td {
    max-inline-size: 220px;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  tbody tr {
    cursor: pointer;
  }

  td a {
    color: inherit;
    font-weight: 600;
    text-decoration: none;
  }

  tr[aria-selected='true'] td {
    background: var(--_accent-tint);
  }

  th.mark,
  td.mark {
    inline-size: 1px;
    overflow: visible;
    padding-inline-end: 0;
    user-select: none;
  }

  .mark input {
    accent-color: var(--_accent);
    block-size: 16px;
    display: block;
    inline-size: 16px;
    margin: 0;
  }

  .mark label {
    display: block;
    margin: -12px;
    padding: 12px;
  }

  tr.marked td,
  tr.marked:hover td {
    background: var(--_accent-tint);
  }

  .who {
    display: grid;
  }

  .fresh td {
    background: var(--_accent-tint);
  }

  .with-icon {
    align-items: center;
    display: flex;
    gap: 6px;
  }

  .with-icon .icon {
    color: var(--_text-faint);
  }

  .tail {
    border-block-start: 1px solid var(--_line);
    color: var(--_text-muted);
    display: flex;
    flex: none;
    font-size: 12px;
    gap: 12px;
    padding: 8px 24px;
  }

  .more {
    display: block;
    margin: 12px auto;
  }

  .bone-row td {
    padding-block: 12px;
  }

  @media (max-width: 720px) {
    th:first-child,
    td:first-child {
      padding-inline-start: 16px;
    }

    .tail {
      padding-inline: 16px;
    }

    th.minor,
    td.minor {
      display: none;
    }

    /* The name has the room that the others leave. */
    tbody td.wide {
      inline-size: 100%;
      max-inline-size: 0;
    }
  }
`;
