import { css } from 'lit';

export const boardStyles = css`
  :host {
    block-size: 100%;
    display: block;
    min-block-size: 0;
    position: relative;
  }

  .board {
    block-size: 100%;
    display: flex;
    gap: 12px;
    overflow-x: auto;
    overscroll-behavior-x: contain;
    padding: 4px 24px 16px;
    scroll-padding-inline: 24px;
    scrollbar-color: var(--_line) transparent;
    scrollbar-width: thin;
  }

  .column {
    background: var(--_sunken);
    border-radius: var(--_radius-card);
    display: flex;
    flex: 0 1 288px;
    flex-direction: column;
    max-block-size: 100%;
    min-block-size: 160px;
    min-inline-size: 272px;
    outline: 2px solid transparent;
    outline-offset: -2px;
    transition: outline-color 120ms ease-out;
  }

  .column.over {
    outline-color: var(--_accent);
  }

  /* A card that is held can't go there: it steps back, and stays readable. */
  .column.shut {
    background: none;
    box-shadow: inset 0 0 0 1px var(--_line);
  }

  .column.shut .card {
    background: none;
    border-style: dashed;
  }

  .column > header {
    align-items: center;
    display: flex;
    gap: 8px;
    padding: 12px 14px 6px;
  }

  .column h2 {
    font-size: 14px;
    font-weight: 600;
    letter-spacing: normal;
    line-height: 20px;
  }

  .column .count {
    color: var(--_text-faint);
    font-variant-numeric: tabular-nums;
  }

  .cards {
    display: grid;
    flex: 1;
    gap: 8px;
    grid-auto-rows: max-content;
    min-block-size: 0;
    overflow-y: auto;
    overscroll-behavior-y: contain;
    padding: 4px 8px 8px;
    scrollbar-color: var(--_line) transparent;
    scrollbar-width: thin;
  }

  .card {
    background: var(--_raised);
    border: 1px solid var(--_line);
    border-radius: 10px;
    color: var(--_text);
    cursor: pointer;
    display: grid;
    gap: 6px;
    padding: 12px;
    text-decoration: none;
    transition: border-color 120ms ease-out;
    user-select: none;
    -webkit-touch-callout: none;
  }

  .card:hover {
    border-color: var(--_line-strong);
  }

  .card[aria-current='true'] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  .card.lifted {
    opacity: 0.4;
  }

  .card.held {
    border-color: var(--_accent);
    box-shadow: var(--_shadow-menu);
  }

  .card.fresh {
    animation: arrive 4s ease-out;
  }

  @keyframes arrive {
    0% {
      background: var(--_accent-tint);
      border-color: var(--_accent);
      transform: translateY(-6px);
      opacity: 0;
    }

    6% {
      opacity: 1;
      transform: none;
    }

    70% {
      background: var(--_accent-tint);
      border-color: var(--_accent);
    }
  }

  .top,
  .foot,
  .facts,
  .fact {
    align-items: center;
    display: flex;
    min-inline-size: 0;
  }

  .top {
    gap: 8px;
    justify-content: space-between;
  }

  .name {
    font-weight: 600;
  }

  .age {
    color: var(--_text-faint);
    flex: none;
    font-size: 12px;
  }

  .facts {
    column-gap: 12px;
    flex-wrap: wrap;
    row-gap: 4px;
  }

  .fact {
    gap: 6px;
  }

  .fact .icon {
    block-size: 14px;
    color: var(--_text-faint);
    inline-size: 14px;
  }

  .foot {
    color: var(--_text-muted);
    flex-wrap: wrap;
    font-size: 12px;
    gap: 4px 10px;
    line-height: 20px;
  }

  .foot .pill {
    margin-inline-start: auto;
  }

  .slot {
    background: var(--_accent-tint);
    block-size: 64px;
    border: 1px dashed var(--_accent);
    border-radius: 10px;
  }

  .hollow {
    border: 1px dashed var(--_line);
    border-radius: 10px;
    color: var(--_text-faint);
    font-size: 12px;
    padding: 20px 12px;
    text-align: center;
  }

  .ghost {
    inset-block-start: 0;
    left: 0;
    pointer-events: none;
    position: fixed;
    z-index: 5;
  }

  .ghost .card {
    border-color: var(--_accent);
    box-shadow: var(--_shadow-dialog);
    cursor: grabbing;
    rotate: 1.5deg;
  }

  .closings {
    animation: up 200ms ease-out;
    background: var(--_raised);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    box-shadow: var(--_shadow-menu);
    display: flex;
    gap: 8px;
    inline-size: min(560px, calc(100% - 32px));
    inset-block-end: 16px;
    inset-inline: 0;
    margin-inline: auto;
    padding: 8px;
    position: absolute;
    z-index: 4;
  }

  .closing {
    align-items: center;
    border: 1px dashed var(--_line-strong);
    border-radius: var(--_radius);
    display: flex;
    flex: 1;
    font-weight: 500;
    gap: 8px;
    justify-content: center;
    padding: 14px 8px;
  }

  .closing.over {
    background: var(--_accent-tint);
    border: 1px solid var(--_accent);
    color: var(--_accent-text);
  }

  @keyframes up {
    from {
      opacity: 0;
      transform: translateY(12px);
    }
  }

  .bone-card {
    background: var(--_raised);
    border: 1px solid var(--_line);
    border-radius: 10px;
    display: grid;
    gap: 10px;
    padding: 14px 12px;
  }

  @media (max-width: 720px) {
    .board {
      padding-inline: 16px;
      scroll-padding-inline: 16px;
      scroll-snap-type: x proximity;
    }

    .column {
      flex: 0 0 min(288px, 82vw);
      min-inline-size: 0;
      scroll-snap-align: start;
    }
  }
`;
