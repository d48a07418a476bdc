import { css } from 'lit';

export const designerStyles = css`
  :host {
    block-size: 100%;
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }

  .top {
    align-items: center;
    border-block-end: 1px solid var(--_line);
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 8px 12px;
    padding: 12px 24px;
  }

  .top .title {
    display: grid;
    flex: 1;
    gap: 4px;
    min-inline-size: 160px;
  }

  .top .actions {
    display: flex;
    gap: 8px;
  }

  .top input {
    background: none;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    font-size: 16px;
    font-weight: 600;
    inline-size: 100%;
    line-height: 24px;
    padding: 5px 8px;
  }

  .top input[aria-invalid='true'] {
    border-color: var(--_danger);
  }

  .top input:hover:not(:focus, :disabled) {
    background: var(--_hover);
  }

  .status {
    color: var(--_text-muted);
    font-size: 12px;
  }

  .notices {
    border-block-end: 1px solid var(--_line);
    flex: none;
    padding: 12px 24px;
  }

  .notices .notice {
    align-items: center;
    flex-wrap: wrap;
  }

  .notices .notice > div {
    flex: 1 1 220px;
  }

  .columns {
    display: grid;
    flex: 1;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    min-block-size: 0;
  }

  .columns > * {
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 24px 24px 56px;
    scrollbar-color: var(--_line) transparent;
    scrollbar-width: thin;
  }

  .edit {
    align-content: start;
    display: grid;
    gap: 32px;
    grid-template-columns: minmax(0, 1fr);
  }

  .edit > * {
    max-inline-size: 640px;
  }

  .show {
    background: var(--_sunken);
    border-inline-start: 1px solid var(--_line);
  }

  .show > * {
    margin-inline: auto;
    max-inline-size: 640px;
  }

  .part {
    display: grid;
    gap: 16px;
  }

  .part > header {
    display: grid;
    gap: 2px;
  }

  .part h2 {
    font-size: 16px;
    letter-spacing: normal;
    line-height: 24px;
  }

  .tabs {
    display: flex;
    gap: 4px;
    margin-block-end: 16px;
  }

  .tabs .button[aria-selected='true'] {
    background: var(--_raised);
    border-color: var(--_line);
    color: var(--_text);
  }

  .waiting {
    display: grid;
    gap: 20px;
    padding: 32px 24px;
  }

  .foot {
    border-block-start: 1px solid var(--_line);
    padding-block-start: 20px;
  }

  .aside {
    text-align: center;
  }

  @media (max-width: 1179px) {
    .tabs {
      border-block-end: 1px solid var(--_line);
      flex: none;
      margin: 0;
      overflow-x: auto;
      padding: 6px 24px;
    }

    .columns {
      grid-template-columns: minmax(0, 1fr);
    }

    .edit > *,
    .show > * {
      margin-inline: auto;
    }

    .edit > * {
      inline-size: 100%;
    }

    .show {
      border-inline-start: 0;
    }
  }

  @media (max-width: 720px) {
    .top {
      padding: 8px 12px;
    }

    .top .actions {
      flex: 1 0 100%;
      justify-content: flex-end;
    }

    .top .actions:not(.dirty) {
      display: none;
    }

    .tabs {
      padding-inline: 12px;
    }

    .columns > * {
      padding: 20px 16px 32px;
    }
  }
`;
