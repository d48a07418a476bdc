import { expect, fixture, html } from '@open-wc/testing';
import { slug, until, useTestClock } from '../app/testing/mount.ts';
import { Responder } from '../app/testing/responder.ts';
import '../define/alloza-leads.ts';
import type { AllozaLeads } from './leads.ts';

const inside = (element: Element, selector: string): HTMLElement | null => {
  for (const child of element.shadowRoot?.querySelectorAll('*') ?? []) {
    if (child.matches(selector)) return child as HTMLElement;
    const deeper = inside(child, selector);
    if (deeper) return deeper;
  }
  return null;
};

describe('<alloza-leads> outside of the dashboard', () => {
  useTestClock();

  it('opens the studio it names and keeps its address to itself', async () => {
    const responder = new Responder();
    const before = location.href;
    const element = await fixture<AllozaLeads>(
      html`<alloza-leads workspace=${slug} .fetch=${responder.fetch}></alloza-leads>`,
    );
    await until(() => inside(element, '.card'));
    inside(element, '.card')!.click();
    await until(() => inside(element, 'alloza-lead-sheet .title, .title'));
    expect(location.href).to.equal(before);
    expect(responder.asked('GET /v1/workspace')[0]!.headers.get('alloza-workspace')).to.equal('ws_live');
  });

  it('is put away and back without loading twice at once or forgetting its place', async () => {
    const responder = new Responder();
    const element = await fixture<AllozaLeads>(
      html`<alloza-leads workspace=${slug} .fetch=${responder.fetch}></alloza-leads>`,
    );
    await until(() => inside(element, '.card'));
    inside(element, '.card')!.click();
    await until(() => inside(element, '.title'));
    const parent = element.parentElement!;
    element.remove();
    parent.append(element);
    await until(() => inside(element, '.card') && inside(element, '.title'));
    await until(() => responder.stream.opened.length === 2);
  });
});
