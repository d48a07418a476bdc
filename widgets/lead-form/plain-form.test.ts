import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../define/alloza-lead-form.ts';
import { inside } from '../testing/filling.ts';
import { everyField, leadFormResponder } from '../testing/lead-forms.ts';
import { held } from '../testing/responder.ts';
import type { AllozaLeadForm } from './lead-form.ts';

const plainForm = html`<form method="post" action="https://api.example/f/lumen-and-oak/default">
  <input name="name">
  <select name="projectType"><option value=""></option><option>Portrait</option><option>Something gone</option></select>
  <input name="budget.max">
  <input name="style" type="checkbox" value="Candid" checked>
  <input name="style" type="checkbox" value="Posed">
  <input name="drone" type="radio" value="no" checked>
  <input name="consent.email" type="checkbox" value="yes" checked>
  <textarea name="message"></textarea>
</form>`;

/** Writes into the plain form while the widget is still loading, then lets it load. */
async function written(write: (plain: HTMLFormElement) => void): Promise<AllozaLeadForm> {
  const form = held<object>();
  const responder = leadFormResponder(everyField, { 'leadForms.public': () => form.promise });
  const element = await fixture<AllozaLeadForm>(
    html`<alloza-lead-form publishable-key="pk_test_1" base-url="https://api.example" .fetch=${responder.fetch}
      >${plainForm}</alloza-lead-form>`,
  );
  write(element.querySelector('form')!);
  form.release(everyField);
  await waitUntil(() => element.matches(':state(ready)'));
  await element.updateComplete;
  return element;
}

const control = <T extends HTMLElement = HTMLInputElement>(plain: Element, name: string) =>
  plain.querySelector<T>(`[name="${name}"]`)!;

describe('what a visitor wrote into the plain form', () => {
  it('is in the widget that takes its place', async () => {
    const element = await written((plain) => {
      control(plain, 'name').value = 'Ana Ruiz';
      control<HTMLSelectElement>(plain, 'projectType').value = 'Portrait';
      control(plain, 'budget.max').value = '1,200';
      control<HTMLTextAreaElement>(plain, 'message').value = 'Two lines\nof text';
    });
    expect(inside(element, '[name=name]').value).to.equal('Ana Ruiz');
    expect(inside(element, '[name=projectType]:checked').value).to.equal('Portrait');
    expect(inside(element, '[name=budget-max]').value).to.equal('1,200');
    expect(inside(element, '[name=style]:checked').value).to.equal('Candid');
    expect(inside(element, '[name=drone]:checked').value).to.equal('no');
    expect(inside(element, '[name=consent-email]').checked).to.equal(true);
    expect(inside(element, '[name=message]').value).to.equal('Two lines\nof text');
  });

  it('is left out where the studio no longer offers the choice', async () => {
    const element = await written((plain) => {
      control<HTMLSelectElement>(plain, 'projectType').value = 'Something gone';
    });
    expect(inside(element, '[name=projectType]:checked')).to.equal(null);
  });
});
