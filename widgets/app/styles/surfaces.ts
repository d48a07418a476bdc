import { css } from 'lit';

/** Pills, avatars, cards, tables, notices, empty states and skeletons, by class. */
export const surfaces = css`
  .pill {
    align-items: center;
    background: var(--_hover);
    border-radius: 999px;
    color: var(--_text-muted);
    display: inline-flex;
    flex: none;
    font-size: 12px;
    font-weight: 500;
    gap: 5px;
    line-height: 16px;
    max-inline-size: 100%;
    padding: 2px 8px;
    white-space: nowrap;
  }

  .pill .icon {
    block-size: 12px;
    inline-size: 12px;
  }

  .pill.accent {
    background: var(--_accent-tint);
    color: var(--_accent-text);
  }

  .pill.success {
    background: var(--_success-tint);
    color: var(--_success);
  }

  .pill.warning {
    background: var(--_warning-tint);
    color: var(--_warning);
  }

  .pill.danger {
    background: var(--_danger-tint);
    color: var(--_danger);
  }

  .pill.info {
    background: var(--_info-tint);
    color: var(--_info);
  }

  .avatar {
    align-items: center;
    background: var(--_accent-tint);
    block-size: 28px;
    border-radius: 999px;
    color: var(--_accent-text);
    display: inline-flex;
    flex: none;
    font-size: 12px;
    font-weight: 600;
    inline-size: 28px;
    justify-content: center;
    line-height: 1;
    overflow: hidden;
  }

  .avatar.square {
    border-radius: 7px;
  }

  .card {
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
  }

  .notice {
    align-items: flex-start;
    background: var(--_info-tint);
    border-radius: var(--_radius);
    color: var(--_text);
    display: flex;
    gap: 10px;
    padding: 10px 12px;
  }

  .notice > .icon {
    color: var(--_info);
    margin-block-start: 2px;
  }

  .notice > div {
    flex: 1;
    min-inline-size: 0;
  }

  .notice.success {
    background: var(--_success-tint);
  }

  .notice.success > .icon {
    color: var(--_success);
  }

  .notice.warning {
    background: var(--_warning-tint);
  }

  .notice.warning > .icon {
    color: var(--_warning);
  }

  .notice.danger {
    background: var(--_danger-tint);
  }

  .notice.danger > .icon {
    color: var(--_danger);
  }

  .empty {
    align-content: center;
    display: grid;
    gap: 8px;
    justify-items: center;
    margin-inline: auto;
    max-inline-size: 440px;
    padding: 56px 24px;
    text-align: center;
  }

  .empty > .emblem {
    align-items: center;
    background: var(--_accent-tint);
    block-size: 44px;
    border-radius: 12px;
    color: var(--_accent-text);
    display: flex;
    inline-size: 44px;
    justify-content: center;
    margin-block-end: 8px;
  }

  .empty > .emblem.danger {
    background: var(--_danger-tint);
    color: var(--_danger);
  }

  .empty > h2 {
    font-size: 16px;
    line-height: 24px;
  }

  .empty > p {
    color: var(--_text-muted);
    text-wrap: pretty;
  }

  .empty > .row {
    justify-content: center;
    margin-block-start: 12px;
  }

  .bone {
    /* Only an answer that takes longer than 150 ms needs a skeleton; for a faster one it would be a flash. */
    animation:
      appear 1ms 150ms backwards,
      breathe 1.6s 150ms ease-in-out infinite;
    background: var(--_hover);
    block-size: 12px;
    border-radius: 6px;
    display: block;
  }

  .bone.w20 {
    inline-size: 20%;
  }

  .bone.w40 {
    inline-size: 40%;
  }

  .bone.w60 {
    inline-size: 60%;
  }

  .bone.w80 {
    inline-size: 80%;
  }

  .bone.w100 {
    inline-size: 100%;
  }

  @keyframes appear {
    from {
      visibility: hidden;
    }
  }

  @keyframes breathe {
    50% {
      opacity: 0.5;
    }
  }

  .scroll {
    overflow: auto;
    overscroll-behavior: contain;
    scrollbar-color: var(--_line) transparent;
    scrollbar-width: thin;
  }

  table {
    border-collapse: separate;
    border-spacing: 0;
    inline-size: 100%;
  }

  th {
    background: var(--_surface);
    block-size: 36px;
    border-block-end: 1px solid var(--_line);
    color: var(--_text-muted);
    font-size: 12px;
    font-weight: 500;
    inset-block-start: 0;
    padding: 0 12px;
    position: sticky;
    text-align: start;
    white-space: nowrap;
    z-index: 1;
  }

  td {
    block-size: 44px;
    border-block-end: 1px solid var(--_line);
    padding: 0 12px;
    white-space: nowrap;
  }

  tbody tr:hover td {
    background: var(--_hover);
  }

  tbody tr:last-child td {
    border-block-end-color: transparent;
  }

  .amount {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
`;
