import { css } from 'lit';

export const changeFeedStyles = css`
  :host {
    display: grid;
    gap: 20px;
  }

  .filters {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .filters .select {
    flex: 0 1 180px;
    min-inline-size: 0;
  }

  .bones {
    display: grid;
    gap: 20px;
    padding-block: 12px;
  }

  section {
    display: grid;
    gap: 4px;
  }

  section h2 {
    background: var(--_surface);
    color: var(--_text-muted);
    font-size: 12px;
    font-weight: 500;
    inset-block-start: 0;
    letter-spacing: normal;
    line-height: 16px;
    padding-block: 8px;
    position: sticky;
    z-index: 2;
  }

  li {
    display: grid;
    gap: 4px 12px;
    grid-template-columns: 24px minmax(0, 1fr) auto;
    padding-block: 10px;
  }

  li:not(:last-child) {
    border-block-end: 1px solid var(--_line);
  }

  li > .icon {
    background: var(--_hover);
    block-size: 24px;
    border-radius: 999px;
    color: var(--_text-muted);
    inline-size: 24px;
    padding: 5px;
  }

  .told {
    display: grid;
    gap: 2px;
    min-inline-size: 0;
    padding-block-start: 2px;
  }

  .told p {
    overflow-wrap: anywhere;
  }

  strong {
    font-weight: 600;
  }

  time {
    padding-block-start: 4px;
  }

  .record {
    align-items: baseline;
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
  }

  .did {
    color: var(--_text-muted);
  }

  .dot {
    white-space: pre;
  }

  .record a {
    color: inherit;
    font-weight: 500;
    text-decoration-color: var(--_line-strong);
    text-underline-offset: 3px;
  }

  .record a:hover {
    text-decoration-color: currentColor;
  }

  .noun {
    font-size: 12px;
  }

  .line {
    display: grid;
    font-size: 13px;
    gap: 0 12px;
    grid-template-columns: minmax(88px, 128px) minmax(0, 1fr);
    line-height: 20px;
  }

  .values {
    -webkit-box-orient: vertical;
    display: -webkit-box;
    -webkit-line-clamp: 6;
    line-clamp: 6;
    overflow: hidden;
    white-space: pre-line;
  }

  del {
    color: var(--_text-muted);
    margin-inline-end: 6px;
    text-decoration-color: var(--_text-faint);
  }

  ins {
    text-decoration: none;
  }

  .more {
    justify-self: center;
  }

  @media (max-width: 560px) {
    .filters .select {
      flex: 1 1 96px;
    }

    li {
      gap: 4px 10px;
    }

    .line {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
