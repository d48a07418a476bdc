import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../define/alloza-lead-form.ts';
import { define } from '../base/define.ts';
import type { AllozaLeadForm } from '../lead-form/lead-form.ts';
import { leadFormResponder, shortForm, studio } from '../testing/lead-forms.ts';
import { problem } from '../testing/responder.ts';
import { examine } from './doctor.ts';
import { AllozaStudio } from './studio.ts';

const ready = async (element: Element) => waitUntil(() => element.matches(':state(ready)'), 'the form loads');

describe('<alloza-studio>', () => {
  // First, since a definition can't be taken back.
  it('serves widgets that were there before it was defined', async () => {
    const responder = leadFormResponder(shortForm);
    const place = await fixture(
      html`<alloza-studio publishable-key="pk_test_9" base-url="https://api.example" .fetch=${responder.fetch}>
        <alloza-lead-form></alloza-lead-form>
      </alloza-studio>`,
    );
    const form = place.querySelector('alloza-lead-form')!;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(responder.seen).to.deep.equal([]);
    define('alloza-studio', AllozaStudio);
    await ready(form);
    expect(responder.seen.every(({ headers }) => headers.get('authorization') === 'Bearer pk_test_9')).to.equal(true);
  });

  it('gives all widgets inside one connection: the studio is asked once', async () => {
    const responder = leadFormResponder(shortForm);
    const place = await fixture(
      html`<alloza-studio publishable-key="pk_test_1" base-url="https://api.example" .fetch=${responder.fetch}>
        <alloza-lead-form></alloza-lead-form>
        <div><alloza-lead-form form="lform_2"></alloza-lead-form></div>
      </alloza-studio>`,
    );
    for (const form of place.querySelectorAll('alloza-lead-form')) await ready(form);
    expect(responder.of('workspace.public')).to.have.length(1);
    expect(responder.of('leadForms.public').map(({ params }) => params[0])).to.deep.equal(['default', 'lform_2']);
  });

  it('hands down language and theme, and their changes, without loading anything again', async () => {
    const responder = leadFormResponder(shortForm);
    const place = await fixture<AllozaStudio>(
      html`<alloza-studio publishable-key="pk_test_1" base-url="https://api.example" locale="de" .fetch=${responder.fetch}>
        <alloza-lead-form></alloza-lead-form>
      </alloza-studio>`,
    );
    const form = place.querySelector('alloza-lead-form')!;
    await ready(form);
    await waitUntil(() => form.shadowRoot!.textContent!.includes('freiwillig'));
    const asked = responder.seen.length;
    place.locale = 'en';
    place.theme = 'dark';
    await waitUntil(() => form.shadowRoot!.textContent!.includes('optional'));
    await waitUntil(() => getComputedStyle(form).colorScheme === 'dark');
    expect(responder.seen).to.have.length(asked);
  });

  it('loads anew for another key', async () => {
    const responder = leadFormResponder(shortForm);
    const place = await fixture<AllozaStudio>(
      html`<alloza-studio publishable-key="pk_test_1" base-url="https://api.example" .fetch=${responder.fetch}>
        <alloza-lead-form></alloza-lead-form>
      </alloza-studio>`,
    );
    await ready(place.querySelector('alloza-lead-form')!);
    place.publishableKey = 'pk_test_2';
    await waitUntil(() => responder.of('leadForms.public').length === 2);
    expect(responder.of('leadForms.public')[1]!.headers.get('authorization')).to.equal('Bearer pk_test_2');
  });
});

describe('the doctor', () => {
  const visit = async (responder = leadFormResponder(shortForm), key = 'pk_live_1') => {
    const place = await fixture<AllozaStudio>(
      html`<alloza-studio publishable-key=${key} base-url="https://api.example" .fetch=${responder.fetch}>
        <alloza-unknown></alloza-unknown><alloza-lead-form></alloza-lead-form>
      </alloza-studio>`,
    );
    const form = place.querySelector('alloza-lead-form') as AllozaLeadForm;
    await waitUntil(() => form.studio);
    const { table } = console;
    console.table = () => {};
    const findings = await examine(place, form.studio!.connection);
    console.table = table;
    return Object.fromEntries(findings.map(({ check, result, detail }) => [check, `${result}: ${detail}`]));
  };

  it('says that all is well, with whom it speaks and what is missing', async () => {
    const found = await visit();
    expect(found['https://api.example']).to.equal(`ok: ${studio.name} (test)`);
    expect(found['publishable-key']).to.equal('ok: Live mode.');
    expect(found['alloza-unknown']).to.contain('problem');
  });

  it('tells how to allow the page, and warns of a secret key', async () => {
    const refused = leadFormResponder(shortForm, { 'workspace.public': () => problem(403, 'origin_not_allowed') });
    expect((await visit(refused))['https://api.example']).to.contain(`Add ${location.origin} to the key's origins`);
    expect((await visit(undefined, 'sk_live_1'))['publishable-key']).to.contain('Revoke it now');
  });
});
