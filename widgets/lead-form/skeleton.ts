import { html, type TemplateResult } from 'lit';

/** Bars in the shape of the form to come: as many as the plain form in the page has fields. */
export function skeleton(host: Element, label: string): TemplateResult {
  const controls = host.querySelectorAll('input:not([type=hidden], [type=checkbox], [type=submit]), select, textarea');
  const names = controls.length > 0 ? Array.from(controls, ({ localName }) => localName) : ['', '', '', 'textarea'];
  return html`<div class="skeleton" role="status" aria-label=${label}>${names.map(
    (name) => html`<span class="bar"></span><span class="block ${name}"></span>`,
  )}</div>`;
}
