import { css } from 'lit';

export const sheetStyles = css`
  :host {
    background: var(--_surface);
    border-inline-start: 1px solid var(--_line);
    box-shadow: var(--_shadow-dialog);
    display: flex;
    flex-direction: column;
    inline-size: min(640px, 100%);
    inset-block: 0;
    inset-inline-end: 0;
    position: absolute;
    z-index: 6;
  }

  :host([wide]) {
    border: 0;
    box-shadow: none;
    inline-size: 100%;
  }

  @keyframes slide {
    from {
      opacity: 0;
      transform: translateX(var(--_leave));
    }
  }

  .panel {
    animation: slide 200ms ease-out;
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 0;
  }

  .panel:focus {
    outline: none;
  }

  .toolbar {
    align-items: center;
    border-block-end: 1px solid var(--_line);
    display: flex;
    flex: none;
    gap: 2px;
    padding: 8px 12px;
  }

  .toolbar .spacer {
    flex: 1;
  }

  .content {
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 20px 24px 40px;
    scrollbar-color: var(--_line) transparent;
    scrollbar-width: thin;
  }

  .head {
    display: grid;
    gap: 12px;
    margin-block-end: 24px;
  }

  .title {
    background: none;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    font-size: 20px;
    font-weight: 600;
    inline-size: calc(100% + 16px);
    letter-spacing: -0.01em;
    line-height: 28px;
    margin-inline: -8px;
    padding: 4px 8px;
  }

  :host([rtl]) .title {
    text-align: right;
  }

  .title:hover:not(:focus) {
    background: var(--_hover);
  }

  .where {
    align-items: center;
    color: var(--_text-muted);
    display: flex;
    flex-wrap: wrap;
    font-size: 12px;
    gap: 4px 10px;
    line-height: 16px;
  }

  .stage-row .select {
    flex: 0 1 200px;
  }

  .stage-row .select .input:not(:hover) {
    border-color: var(--_line);
  }

  .body {
    display: grid;
    gap: 32px;
  }

  .side {
    display: grid;
    gap: 24px;
  }

  .facts {
    display: grid;
    gap: 6px;
  }

  .facts h3 {
    color: var(--_text-muted);
    font-size: 12px;
    font-weight: 500;
  }

  .facts dl {
    display: grid;
    gap: 6px 8px;
    grid-template-columns: 128px minmax(0, 1fr);
  }

  .facts dt {
    color: var(--_text-muted);
    overflow-wrap: anywhere;
  }

  .facts dd {
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  .facts dd.inline {
    align-items: center;
    display: flex;
    gap: 6px;
  }

  .waiting {
    display: grid;
    gap: 20px;
    padding: 32px 24px;
  }

  .conflict {
    margin-block-end: 16px;
  }

  .conflict ul {
    display: grid;
    gap: 2px;
    margin-block: 6px 10px;
  }

  :host([wide]) .content {
    padding-inline: max(24px, calc(50% - 520px));
  }

  @container (min-width: 900px) {
    .body {
      gap: 56px;
      grid-template-columns: minmax(0, 5fr) minmax(0, 4fr);
    }
  }

  .panel {
    container-type: inline-size;
  }

  @media (max-width: 720px) {
    :host {
      border: 0;
      inline-size: 100%;
    }

    .content {
      padding-inline: 16px;
    }

    .toolbar .desktop {
      display: none;
    }

    .facts dl {
      grid-template-columns: 112px minmax(0, 1fr);
    }
  }
`;
