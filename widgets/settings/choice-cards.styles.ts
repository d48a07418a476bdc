import { css } from 'lit';

/** Radio buttons as cards that explain what each choice means. */
export const choiceCards = css`
  .kinds {
    display: grid;
    gap: 8px;
  }

  .kinds label {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    cursor: pointer;
    display: flex;
    gap: 10px;
    padding: 12px;
  }

  .kinds label:has(:checked) {
    background: var(--_accent-tint);
    border-color: var(--_accent);
  }

  .kinds label:has(:disabled) {
    cursor: default;
    opacity: 0.6;
  }

  .kinds input {
    accent-color: var(--_accent);
    block-size: 16px;
    flex: none;
    inline-size: 16px;
    margin: 2px 0;
  }

  .kinds strong {
    font-weight: 600;
  }

  legend {
    font-weight: 500;
    margin-block-end: 6px;
    padding: 0;
  }
`;
