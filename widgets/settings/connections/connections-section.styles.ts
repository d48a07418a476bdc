import { css } from 'lit';

export const connectionsStyles = css`
  .connections {
    overflow: hidden;
  }

  .connections > li {
    align-items: start;
    display: grid;
    gap: 8px 14px;
    grid-template-columns: auto minmax(0, 1fr) auto;
    padding: 16px 16px 16px 20px;
  }

  .connections > li:not(:last-child) {
    border-block-end: 1px solid var(--_line);
  }

  .connections .emblem {
    align-items: center;
    background: var(--_hover);
    block-size: 36px;
    border-radius: var(--_radius);
    color: var(--_text-muted);
    display: flex;
    inline-size: 36px;
    justify-content: center;
  }

  .what {
    display: grid;
    gap: 4px;
    min-inline-size: 0;
  }

  .name {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 2px 8px;
  }

  .name strong {
    font-weight: 600;
  }

  dl {
    display: grid;
    gap: 2px;
    margin: 4px 0 0;
  }

  dl > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
  }

  dt::after {
    content: ':';
  }

  dd {
    color: var(--_text);
    margin: 0;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .notice {
    margin-block-start: 4px;
  }

  h3.older {
    font-size: 14px;
    line-height: 20px;
    margin-block: 32px 2px;
  }

  h3 + .muted {
    padding-block-end: 12px;
    text-wrap: pretty;
  }

  .below {
    color: var(--_text-muted);
    padding: 16px 20px 0;
    text-wrap: pretty;
  }

  @media (max-width: 720px) {
    .connections > li {
      grid-template-columns: auto minmax(0, 1fr);
      padding-inline: 16px;
    }

    .connections > li > .button {
      grid-column: 2;
      justify-self: start;
    }
  }
`;
