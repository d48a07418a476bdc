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

  h1:focus {
    outline: none;
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
    grid-auto-columns: minmax(0, 1fr);
    grid-auto-flow: column;
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
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 2px 10px;
    padding-block-end: 10px;
  }

  .section > header .icon {
    color: var(--_text-muted);
  }

  .section h2 {
    font-size: 14px;
    letter-spacing: normal;
    line-height: 20px;
  }

  .section .more {
    margin-block-start: 6px;
  }

  .rows {
    overflow: hidden;
  }

  .rows li {
    align-items: center;
    display: flex;
    min-block-size: 56px;
    position: relative;
    transition: background-color 120ms ease-out;
  }

  .rows li:not(:last-child) {
    border-block-end: 1px solid var(--_line);
  }

  .rows li:hover {
    background: var(--_hover);
  }

  .row-link {
    align-items: center;
    align-self: stretch;
    color: inherit;
    display: flex;
    flex: 1;
    gap: 12px;
    min-inline-size: 0;
    padding: 8px 16px;
    text-decoration: none;
  }

  .row-link:focus-visible {
    outline-offset: -2px;
  }

  .tick + .row-link {
    padding-inline-start: 8px;
  }

  .words {
    display: grid;
    flex: 1;
    min-inline-size: 0;
  }

  .name {
    font-weight: 500;
  }

  .detail {
    font-size: 12px;
    line-height: 16px;
  }

  .done .name {
    color: var(--_text-muted);
    text-decoration: line-through;
  }

  .end {
    flex: none;
    font-size: 12px;
    text-align: end;
  }

  .acts {
    display: flex;
    flex: none;
    padding-inline-end: 8px;
  }

  .acts:empty {
    display: none;
  }

  .tick {
    align-items: center;
    background: none;
    block-size: 44px;
    border: 0;
    color: transparent;
    cursor: pointer;
    display: flex;
    flex: none;
    inline-size: 44px;
    justify-content: center;
    margin-inline-start: 6px;
    padding: 0;
  }

  .tick .icon {
    border: 1.5px solid var(--_line-control, var(--_text-faint));
    border-radius: 999px;
    block-size: 20px;
    inline-size: 20px;
    padding: 2px;
    transition:
      background-color 120ms ease-out,
      border-color 120ms ease-out;
  }

  .tick:hover .icon {
    border-color: var(--_accent);
    color: var(--_accent-text);
  }

  .tick[aria-checked='true'] .icon {
    border-color: transparent;
    color: var(--_success);
    padding: 0;
  }

  .day {
    align-items: center;
    background: var(--_hover);
    block-size: 40px;
    border-radius: 8px;
    color: var(--_text-muted);
    display: flex;
    flex: none;
    flex-direction: column;
    font-size: 12px;
    inline-size: 40px;
    justify-content: center;
    line-height: 14px;
  }

  .day strong {
    color: var(--_text);
    font-size: 15px;
    font-weight: 600;
    line-height: 18px;
  }

  .day.now {
    background: var(--_accent-tint);
    color: var(--_accent-text);
  }

  .day.now strong {
    color: inherit;
  }

  .activity {
    justify-self: center;
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
      align-content: start;
      font-size: 12px;
      line-height: 16px;
      overflow-wrap: anywhere;
      padding: 12px;
    }

    .tick {
      margin-inline-start: 0;
    }

    .tick + .row-link {
      padding-inline-start: 0;
    }

    .row-link {
      padding-inline: 12px;
    }

    .section > header .meta {
      flex-basis: 100%;
    }

    .rows .avatar {
      display: none;
    }
  }
`;
