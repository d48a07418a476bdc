import { css } from 'lit';

export const formsStyles = css`
  :host {
    block-size: 100%;
    display: block;
    min-block-size: 0;
    overflow-y: auto;
  }

  .place {
    block-size: 100%;
  }

  .page {
    display: grid;
    gap: 24px;
    margin-inline: auto;
    max-inline-size: 880px;
    padding: 32px 32px 56px;
  }

  header {
    align-items: start;
    display: flex;
    flex-wrap: wrap;
    gap: 12px 24px;
    justify-content: space-between;
  }

  h1 {
    font-size: 20px;
    line-height: 28px;
  }

  .waiting {
    display: grid;
    gap: 16px;
    padding: 24px;
  }

  .forms {
    overflow: hidden;
  }

  .forms li {
    align-items: center;
    display: flex;
    gap: 4px;
    padding-inline-end: 12px;
    transition: background-color 120ms ease-out;
  }

  .forms li:not(:last-child) {
    border-block-end: 1px solid var(--_line);
  }

  .forms li:hover {
    background: var(--_hover);
  }

  .open {
    align-items: center;
    border-radius: var(--_radius-card);
    color: inherit;
    display: flex;
    flex: 1;
    gap: 16px;
    min-inline-size: 0;
    padding-block: 16px;
    padding-inline: 20px 8px;
    text-decoration: none;
  }

  .open:focus-visible {
    outline-offset: -2px;
  }

  .emblem {
    align-items: center;
    background: var(--_accent-tint);
    block-size: 40px;
    border-radius: 10px;
    color: var(--_accent-text);
    display: flex;
    flex: none;
    inline-size: 40px;
    justify-content: center;
  }

  .open strong {
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .what {
    display: grid;
    flex: 1;
    gap: 2px;
    min-inline-size: 0;
  }

  @media (max-width: 720px) {
    .page {
      padding: 20px 16px 40px;
    }

    .open {
      padding-block: 14px;
      padding-inline: 16px 4px;
    }

    .enquiries span {
      display: none;
    }

    .enquiries {
      min-inline-size: 36px;
    }
  }
`;
