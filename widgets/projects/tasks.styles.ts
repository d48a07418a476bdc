import { css } from 'lit';

export const taskStyles = css`
  :host {
    display: grid;
    gap: 6px;
  }

  h3 {
    align-items: center;
    color: var(--_text-muted);
    display: flex;
    font-size: 12px;
    font-weight: 500;
    gap: 8px;
    justify-content: space-between;
    min-block-size: 28px;
  }

  li {
    align-items: start;
    border-radius: var(--_radius);
    display: flex;
    gap: 8px;
    margin-inline: -8px;
    min-block-size: 36px;
    padding: 4px 0 4px 8px;
  }

  li:dir(rtl) {
    padding: 4px 8px 4px 0;
  }

  li:hover,
  li:focus-within {
    background: var(--_hover);
  }

  li > input[type='checkbox'] {
    accent-color: var(--_accent);
    block-size: 16px;
    flex: none;
    inline-size: 16px;
    margin: 6px 0 0;
  }

  .what {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
    padding-block: 4px;
  }

  .done .what > span:first-child {
    color: var(--_text-muted);
    text-decoration: line-through;
  }

  .what .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
  }

  .late {
    color: var(--_danger);
    font-weight: 500;
  }

  form {
    background: var(--_sunken);
    border-radius: var(--_radius);
    display: grid;
    gap: 12px;
    margin-inline: -8px;
    padding: 12px;
  }

  li > form {
    flex: 1;
    margin: 0;
  }

  .rule {
    align-items: end;
    display: grid;
    gap: 12px;
    grid-template-columns: 96px 1fr;
  }

  .add {
    justify-self: start;
  }

  @media (hover: hover) {
    li:not(:hover, :focus-within) .tools {
      opacity: 0;
    }
  }

  .tools {
    display: flex;
  }

  @media (pointer: coarse) {
    li > input[type='checkbox'] {
      block-size: 24px;
      inline-size: 24px;
      margin-block-start: 8px;
    }
  }
`;
