import { css } from 'lit';

/** Buttons of the embeds: `button` is quiet, `button primary` is the one thing to do. */
export const buttons = css`
  .button {
    display: inline-flex;
    gap: calc(var(--_space) * 2);
    align-items: center;
    justify-content: center;
    min-height: var(--_control);
    margin: 0;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 5);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-weight: 500;
    line-height: 1.4;
    cursor: pointer;
    transition:
      background var(--_quick),
      border-color var(--_quick);
  }

  .button:hover {
    border-color: var(--_text-muted);
    background: var(--_sunken);
  }

  .button.primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .button.primary:hover {
    background: var(--_accent-hover);
  }

  .button[aria-disabled='true'] {
    cursor: progress;
  }
`;
