/** The rows of a feed: who, what, when, to which record, and each field before and after. */
import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../app/app.ts';
import { formatInstant } from '../app/format.ts';
import { icon } from '../app/icons.ts';
import { recordRoute } from '../app/record-route.ts';
import { actorText, type Change, namelessText, nounText, viewChange } from './change-text.ts';
import type { TranslateActivity } from './texts.ts';

export interface RowView {
  readonly app: App;
  readonly locale: string;
  readonly t: TranslateActivity;
  /** Whether the rows name their records: in the history of one record the heading does. */
  readonly named: boolean;
  readonly isOpen: (bundle: readonly Change[]) => boolean;
  readonly open: (bundle: readonly Change[]) => void;
}

/** How many records of a bundle are named before the rest is asked for. */
const most = 5;

export function changeRow(view: RowView, bundle: readonly Change[]): TemplateResult {
  const { app, locale, t } = view;
  const { timeZone } = app.workspace;
  const [change] = bundle as [Change];
  const { icon: name, text, lines } = viewChange(change, { t, locale, timeZone });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  return html`
    ${icon(name)}
    <div class="told">
      <p>
        <strong><bdi>${actorText(change.actor, t)}</bdi></strong><span class="dot" aria-hidden="true"> · </span><span class="did">${text}</span>
      </p>
      ${view.named ? records(view, bundle) : nothing}
      ${lines.map(
        ({ label, before, after }) => html`<p class="line">
          <span class="muted">${label}</span>
          <span class="values">
            ${before ? html`<del><bdi>${before}</bdi></del>` : nothing} ${after ? html`<ins><bdi>${after}</bdi></ins>` : nothing}
          </span>
        </p>`,
      )}
    </div>
    <time class="meta numbers" datetime=${change.at} title=${formatInstant(change.at, locale, timeZone)}
      >${time.format(Date.parse(change.at))}</time
    >
  `;
}

function records(view: RowView, bundle: readonly Change[]): TemplateResult {
  const isOpen = view.isOpen(bundle) || bundle.length <= most + 1;
  const shown = isOpen ? bundle : bundle.slice(0, most);
  return html`<p class="record">
    <span class="noun muted">${nounText(bundle[0]!.subject, view.t)}</span>
    ${shown.map((change) => html`<span class="one">${record(view, change)}</span> `)}
    ${
      isOpen
        ? nothing
        : html`<button class="button quiet small" @click=${() => view.open(bundle)}>
            ${view.t('activity.others', { count: bundle.length - most })}
          </button>`
    }
  </p>`;
}

/** What it happened to: a link where it has a page; a task or note with the record it hangs on. */
function record({ app, t }: RowView, { subject, record: place, names }: Change): TemplateResult {
  const { navigator, membership } = app;
  const parts = [names[subject], place && place !== subject ? names[place] : undefined].filter(Boolean);
  if (parts.length === 0) return html`<span class="muted">${namelessText(subject, t)}</span>`;
  const name = parts.map((part, index) => html`${index > 0 ? ' · ' : nothing}<bdi>${part}</bdi>`);
  const route = place ? recordRoute(place, membership.slug) : undefined;
  return route ? html`<a href=${navigator.href(route)}>${name}</a>` : html`${name}`;
}
