/** What a screen shows in place of its content: nothing yet, loading, or a problem. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type IconName, icon } from './icons.ts';
import { type ProblemKind, viewProblem } from './problems.ts';
import type { CommonText } from './strings/common.ts';

export interface EmptyView {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly tone?: 'danger';
  readonly actions?: unknown;
}

/** An empty place that teaches: what belongs here and how it gets here. */
export const emptyState = (view: EmptyView): TemplateResult => html`
  <div class="empty">
    <div class="emblem ${view.tone ?? ''}">${icon(view.icon, 20)}</div>
    <h2>${view.title}</h2>
    <p>${view.text}</p>
    ${view.actions ? html`<div class="row">${view.actions}</div>` : nothing}
  </div>
`;

const problemIcons: Record<ProblemKind, IconName> = {
  offline: 'wifiOff',
  signedOut: 'user',
  forbidden: 'shieldOff',
  missing: 'search',
  stale: 'refreshCw',
  refused: 'circleAlert',
  invalid: 'circleAlert',
  busy: 'hourglass',
  broken: 'triangleAlert',
};

type Translate = (key: CommonText, values?: Record<string, string | number>) => string;

/** What went wrong, why, and what to do: with the request's id for support. */
export function errorState(error: unknown, t: Translate, retry?: () => void): TemplateResult {
  const { kind, requestId } = viewProblem(error);
  return html`
    <div class="empty" role="alert">
      <div class="emblem danger">${icon(problemIcons[kind], 20)}</div>
      <h2>${t(`problem.${kind}.title`)}</h2>
      <p>${t(`problem.${kind}.text`)}</p>
      ${
        retry && kind !== 'forbidden' && kind !== 'missing'
          ? html`<div class="row">
            <button class="button" @click=${retry}>${icon('refreshCw')}${t('action.retry')}</button>
          </div>`
          : nothing
      }
      ${requestId ? html`<p class="meta">${t('problem.requestId')} <code>${requestId}</code></p>` : nothing}
    </div>
  `;
}

/** One line about a problem, for a toast or a form. */
export function problemText(error: unknown, t: Translate): string {
  const { kind, detail } = viewProblem(error);
  const own = kind === 'refused' || kind === 'invalid' ? detail : undefined;
  return own ?? `${t(`problem.${kind}.title`)}. ${t(`problem.${kind}.text`)}`;
}

/** A problem above the fields of a form; nothing without one. */
export function problemNotice(error: unknown, t: Translate): TemplateResult | typeof nothing {
  if (!error) return nothing;
  const { requestId, kind } = viewProblem(error);
  return html`
    <div class="notice danger" role="alert">
      ${icon('circleAlert')}
      <div>
        ${problemText(error, t)}
        ${
          requestId && kind === 'broken'
            ? html`<span class="meta">${t('problem.requestId')} <code>${requestId}</code></span>`
            : nothing
        }
      </div>
    </div>
  `;
}

/** Placeholder lines of the given widths, in per cent. The word "loading" is for those who don't see them. */
export const bones = (widths: readonly number[], t: Translate): TemplateResult => html`
  <span class="only-spoken" role="status">${t('state.loading')}</span>
  ${repeat(
    widths,
    (_, index) => index,
    (width) => html`<span class="bone w${width}" aria-hidden="true"></span>`,
  )}
`;
