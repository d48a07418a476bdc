import { css } from 'lit';

/** What shows only after a first try to send. */
export const submissionStyles = css`
  :host {
    --_danger-tint: light-dark(oklch(0.965 0.016 25), oklch(0.29 0.055 25));
    --_success: var(--alloza-success, light-dark(oklch(0.46 0.11 155), oklch(0.79 0.13 155)));
    --_success-tint: light-dark(oklch(0.962 0.022 155), oklch(0.28 0.04 155));
  }

  .note.error {
    color: var(--_danger);
  }

  .icon {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    margin-block-start: 0.09em;
  }

  .notice {
    display: flex;
    gap: calc(var(--_space) * 2.5);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border-radius: var(--_radius);
    background: var(--_danger-tint);
    color: var(--_danger);
    font-size: 0.9375em;
  }

  .notice p {
    margin: 0;
  }

  .notice .reference {
    color: var(--_text-muted);
    font-size: 0.8667em;
  }

  .spinner {
    width: 1em;
    height: 1em;
    border: 2px solid currentColor;
    border-block-start-color: transparent;
    border-radius: 50%;
    animation: turn 800ms linear infinite;
  }

  @media (prefers-reduced-motion: reduce) {
    .spinner {
      animation: none;
    }
  }

  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }

  .success {
    display: grid;
    gap: calc(var(--_space) * 3);
    place-content: center;
    justify-items: center;
    padding: calc(var(--_space) * 10) calc(var(--_space) * 6);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    background: var(--_surface);
    color: var(--_text);
    text-align: center;
    animation: appear var(--_calm);
  }

  .success p {
    max-width: 44ch;
    margin: 0;
    color: var(--_text-muted);
    white-space: pre-line;
    text-wrap: pretty;
  }

  .success .button {
    margin-block-start: calc(var(--_space) * 3);
  }

  .seal {
    display: grid;
    place-items: center;
    width: 48px;
    height: 48px;
    border-radius: 50%;
    background: var(--_success-tint);
    color: var(--_success);
  }

  .seal .icon {
    width: 24px;
    height: 24px;
    margin: 0;
  }

  @keyframes appear {
    from {
      opacity: 0;
      translate: 0 8px;
    }
  }
`;
