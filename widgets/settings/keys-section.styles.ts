import { css } from 'lit';

export const keysStyles = css`
  .keys {
    overflow: hidden;
  }

  .key {
    align-items: center;
    display: grid;
    gap: 4px 16px;
    grid-template-columns: minmax(0, 1fr) auto;
    padding: 14px 12px 14px 20px;
  }

  .key:not(:last-child) {
    border-block-end: 1px solid var(--_line);
  }

  .key.revoked {
    opacity: 0.72;
  }

  .title {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
  }

  .title strong {
    font-weight: 600;
  }

  .value {
    align-items: center;
    color: var(--_text-muted);
    display: flex;
    gap: 4px;
    min-block-size: 28px;
    min-inline-size: 0;
  }

  .value code {
    direction: ltr;
  }

  .tools {
    align-items: center;
    display: flex;
    grid-column: 2;
    grid-row: 1 / span 4;
  }

  .once {
    background: var(--_sunken);
    border-radius: var(--_radius);
    direction: ltr;
    overflow-wrap: anywhere;
    padding: 12px;
  }

  pre {
    background: var(--_sunken);
    border-radius: var(--_radius);
    direction: ltr;
    margin: 0;
    max-block-size: 260px;
    overflow: auto;
    padding: 12px;
    text-align: left;
  }

  .stack {
    display: grid;
    gap: 16px;
  }

  .older {
    margin-block-start: 12px;
  }

  @media (max-width: 560px) {
    .key {
      grid-template-columns: minmax(0, 1fr);
    }

    .tools {
      grid-column: 1;
      grid-row: auto;
      justify-content: space-between;
    }
  }
`;
