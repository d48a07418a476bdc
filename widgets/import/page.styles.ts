import { css } from 'lit';

/** The head of an import, its steps and its bar of actions. */
export const pageStyles = css`
  header {
    align-items: start;
    display: flex;
    gap: 12px;
    justify-content: space-between;
    padding-block-end: 16px;
  }

  header > div {
    min-inline-size: 0;
  }

  header > alloza-app-menu {
    flex: none;
  }

  h1 {
    font-size: 20px;
    line-height: 28px;
    overflow-wrap: anywhere;
  }

  h1:focus {
    outline: none;
  }

  h1 .pill {
    letter-spacing: normal;
    margin-inline-start: 6px;
    vertical-align: 2px;
  }

  h2 {
    font-size: 16px;
    line-height: 24px;
  }

  .steps {
    display: flex;
    gap: 8px;
    padding-block-end: 20px;
  }

  .steps li {
    align-items: center;
    color: var(--_text-muted);
    display: flex;
    flex: 1 1 0;
    font-weight: 500;
    gap: 8px;
    min-inline-size: 0;
    position: relative;
  }

  .steps li:not(:last-child)::after {
    background: var(--_line);
    block-size: 1px;
    content: '';
    flex: 1;
    min-inline-size: 8px;
  }

  .steps li:last-child {
    flex: none;
  }

  .bullet {
    align-items: center;
    border: 1px solid var(--_line-strong);
    block-size: 24px;
    border-radius: 999px;
    display: flex;
    flex: none;
    font-size: 12px;
    inline-size: 24px;
    justify-content: center;
  }

  .done .bullet {
    background: var(--_accent-tint);
    border-color: transparent;
    color: var(--_accent-text);
  }

  .steps [aria-current] {
    color: var(--_text);
  }

  .steps [aria-current] .bullet {
    background: var(--_accent);
    border-color: transparent;
    color: var(--_on-accent);
  }

  .bar {
    align-items: center;
    background: var(--_raised);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    box-shadow: var(--_shadow-menu);
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    inset-block-end: 16px;
    justify-content: flex-end;
    padding: 10px 12px;
    position: sticky;
    z-index: 2;
  }

  .busy {
    padding-block: 32px;
  }

  .wrong {
    align-items: center;
    color: var(--_danger);
    display: flex;
    gap: 6px;
    padding-block-start: 6px;
  }

  .outcome {
    align-items: start;
    display: flex;
    flex-wrap: wrap;
    gap: 16px;
  }

  .outcome > .text {
    flex: 1 1 280px;
    min-inline-size: 0;
  }

  .outcome .emblem {
    align-items: center;
    background: var(--_success-tint);
    block-size: 40px;
    border-radius: 12px;
    color: var(--_success);
    display: flex;
    flex: none;
    inline-size: 40px;
    justify-content: center;
  }

  .outcome .emblem.warning {
    background: var(--_warning-tint);
    color: var(--_warning);
  }

  .outcome .emblem.danger {
    background: var(--_danger-tint);
    color: var(--_danger);
  }

  .outcome .emblem.quiet {
    background: var(--_hover);
    color: var(--_text-muted);
  }

  @media (max-width: 720px) {
    .steps li:not([aria-current]) .name {
      block-size: 1px;
      clip-path: inset(50%);
      inline-size: 1px;
      overflow: hidden;
      position: absolute;
    }

    .steps li,
    .steps li:last-child {
      flex: 1 1 auto;
    }

    .steps li:last-child {
      flex: none;
    }

    .bar .primary {
      flex: 1 1 auto;
    }

    .back .label {
      display: none;
    }
  }
`;
