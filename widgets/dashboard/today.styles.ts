import { css } from 'lit';

export const todayStyles = css`
  :host {
    block-size: 100%;
    display: block;
    overflow-y: auto;
    scrollbar-color: var(--_line) transparent;
    scrollbar-width: thin;
  }

  .page {
    display: grid;
    gap: 32px;
    margin-inline: auto;
    max-inline-size: 880px;
    padding: 40px 32px 56px;
  }

  h1 {
    letter-spacing: -0.02em;
  }

  .intro {
    color: var(--_text-muted);
    padding-block-start: 4px;
  }

  .figures {
    display: grid;
    gap: 12px;
    grid-template-columns: repeat(3, minmax(0, 1fr));
  }

  .figure {
    color: inherit;
    display: grid;
    gap: 2px;
    padding: 16px;
    text-decoration: none;
    transition: border-color 120ms ease-out;
  }

  .figure:hover {
    border-color: var(--_line-strong);
  }

  .figure strong {
    font-size: 28px;
    font-weight: 600;
    letter-spacing: -0.02em;
    line-height: 34px;
  }

  .section > header {
    align-items: baseline;
    display: flex;
    gap: 10px;
    padding-block-end: 10px;
  }

  .section h2 {
    font-size: 14px;
    letter-spacing: normal;
    line-height: 20px;
  }

  .rows {
    overflow: hidden;
  }

  .rows a {
    align-items: center;
    color: inherit;
    display: grid;
    gap: 4px 16px;
    grid-template-columns: 28px minmax(0, 5fr) minmax(0, 5fr) 112px 16px;
    min-block-size: 52px;
    padding: 8px 16px;
    text-decoration: none;
    transition: background-color 120ms ease-out;
  }

  .rows li:not(:last-child) a {
    border-block-end: 1px solid var(--_line);
  }

  .rows a:hover {
    background: var(--_hover);
  }

  .rows a:focus-visible {
    outline-offset: -2px;
  }

  .rows .name {
    font-weight: 600;
  }

  .rows .end {
    text-align: end;
  }

  .rows .chevron {
    color: var(--_text-faint);
  }

  .bones {
    display: grid;
    gap: 16px;
  }

  @media (max-width: 720px) {
    .page {
      gap: 24px;
      padding: 24px 16px 40px;
    }

    .figures {
      gap: 8px;
    }

    .figure {
      padding: 12px;
    }

    .rows a {
      grid-template-columns: 28px minmax(0, 1fr) auto;
    }

    .rows .detail,
    .rows .chevron {
      display: none;
    }
  }
`;
