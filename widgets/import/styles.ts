import { css } from 'lit';

/** What the import screens share. */
export const importStyles = css`
  :host {
    display: block;
  }

  .stack {
    display: grid;
    gap: 16px;
    grid-template-columns: minmax(0, 1fr);
  }

  .group {
    display: grid;
    gap: 16px;
    padding: 20px 24px;
  }

  h2,
  h3 {
    overflow-wrap: anywhere;
  }

  .muted {
    color: var(--_text-muted);
    text-wrap: pretty;
  }

  progress {
    appearance: none;
    background: var(--_sunken);
    block-size: 8px;
    border: 0;
    border-radius: 999px;
    display: block;
    inline-size: 100%;
    overflow: hidden;
  }

  progress::-webkit-progress-bar {
    background: var(--_sunken);
  }

  progress::-webkit-progress-value {
    background: var(--_accent);
    border-radius: 999px;
    transition: inline-size 200ms ease-out;
  }

  progress::-moz-progress-bar {
    background: var(--_accent);
    border-radius: 999px;
  }

  .numbers {
    font-variant-numeric: tabular-nums;
  }

  @media (max-width: 720px) {
    .group {
      padding: 16px;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    progress::-webkit-progress-value {
      transition: none;
    }
  }
`;
