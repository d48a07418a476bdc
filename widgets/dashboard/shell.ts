/** What stands around the panels: strips above them, and what shows while there is no studio yet. */
import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../app/app.ts';
import { icon } from '../app/icons.ts';
import { bones, emptyState } from '../app/states.ts';
import type { DashboardText } from './rail.ts';

type Translate = (key: DashboardText, values?: Record<string, string | number>) => string;

/** The test studio is marked on every screen; so is a lost network. */
export function strips({ membership, navigator }: App, online: boolean, t: Translate): TemplateResult {
  const { mode, twinSlug } = membership;
  return html`
    ${
      mode === 'test'
        ? html`<div class="strip test">
          ${icon('flaskConical')}${t('testMode.text')}
          <a href=${navigator.href({ name: 'today', slug: twinSlug })}>${t('testMode.leave')}</a>
        </div>`
        : nothing
    }
    <div role="status">
      ${online ? nothing : html`<div class="strip offline">${icon('wifiOff')}${t('offline.text')}</div>`}
    </div>
  `;
}

/** The shape of the dashboard before it is known whose it is. */
export const opening = (t: Translate): TemplateResult => html`
  <div class="shell" aria-busy="true">
    <div class="rail"><div class="waiting">${bones([80, 100, 60, 60, 60], t)}</div></div>
    <main class="stage"><div class="waiting">${bones([20, 100, 80, 100, 60], t)}</div></main>
  </div>
`;

export const gone = (home: string, t: Translate): TemplateResult => html`
  <main class="alone">
    ${emptyState({
      icon: 'search',
      title: t('gone.title'),
      text: t('gone.text'),
      actions: html`<a class="button primary" href=${home}>${t('gone.action')}</a>`,
    })}
  </main>
`;
