import { css } from 'lit';

export const styles = css`
  .root {
    position: relative;
  }

  .title {
    margin: 0;
    font-size: 1.25em;
    font-weight: 600;
    line-height: 1.3;
    text-wrap: balance;
  }

  .title:focus {
    outline: none;
  }

  .intro {
    margin: calc(var(--_space) * 2) 0 0;
    color: var(--_text-muted);
    white-space: pre-line;
    text-wrap: pretty;
  }

  .head {
    margin-block-end: calc(var(--_space) * 6);
  }

  form {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 5) calc(var(--_space) * 4);
    margin: 0;
  }

  form > * {
    flex: 1 0 100%;
    min-width: 0;
  }

  /* Two short fields share a row; one alone takes all of it. */
  form > .short {
    flex-basis: max(230px, 40%);
  }

  .amounts {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 3);
  }

  .amounts label {
    display: flex;
    flex: 1 0 150px;
    gap: calc(var(--_space) * 2);
    align-items: center;
    padding-block: 0;
    color: var(--_text-muted);
    white-space: nowrap;
    cursor: text;
  }

  .amounts input {
    flex: 1;
    width: 0;
    height: calc(var(--_control) - 2px);
    padding: 0;
    border: 0;
    background: none;
    color: var(--_text);
    font: inherit;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  .consent {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding-block-start: calc(var(--_space) * 4);
    border-block-start: 1px solid var(--_line);
  }

  .consent .label {
    color: var(--_text-muted);
    font-weight: 400;
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 3) calc(var(--_space) * 4);
    align-items: center;
  }

  .foot .note {
    flex: 1 1 12em;
  }

  @container (max-width: 400px) {
    .foot .button {
      width: 100%;
    }
  }

  .skeleton {
    display: grid;
    gap: calc(var(--_space) * 2);
    animation: appear-late 350ms;
  }

  .skeleton span {
    border-radius: var(--_radius);
    background: var(--_line);
  }

  .bar {
    width: 7em;
    height: 0.9em;
  }

  .block {
    height: var(--_control);
    margin-block-end: calc(var(--_space) * 3);
  }

  .textarea {
    height: 8.5em;
  }

  @keyframes appear-late {
    0%,
    45% {
      opacity: 0;
    }
  }

  .failure {
    margin: 0 0 calc(var(--_space) * 3);
    color: var(--_danger);
  }

  slot {
    display: block;
    margin-block-start: calc(var(--_space) * 6);
  }
`;
