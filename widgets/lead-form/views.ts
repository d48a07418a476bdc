import { html, nothing, type TemplateResult } from 'lit';
import type { Failure } from '../base/failure.ts';
import { alertIcon } from '../parts/icons.ts';
import type { FieldScope } from './controls.ts';

/** Bars in the shape of the form to come: as many as the plain form in the page has fields. */
export function skeleton(host: Element, label: string): TemplateResult {
  const controls = host.querySelectorAll('input:not([type=hidden], [type=checkbox], [type=submit]), select, textarea');
  const names = controls.length > 0 ? Array.from(controls, ({ localName }) => localName) : ['', '', '', 'textarea'];
  return html`<div class="skeleton" role="status" aria-label=${label}>${names.map(
    (name) => html`<span class="bar"></span><span class="block ${name}"></span>`,
  )}</div>`;
}

/** What went wrong with the whole form, and how to name it to the studio. */
export function notice(
  text: string,
  { t, failure, action }: { t: FieldScope['t']; failure?: Failure; action?: TemplateResult },
): TemplateResult {
  const requestId = failure?.requestId;
  return html`<div class="notice" part="notice" role="alert">${alertIcon}<div><p>${text}</p>
    ${requestId ? html`<p class="reference">${t('reference', { requestId })}</p>` : nothing}${action}</div></div>`;
}
