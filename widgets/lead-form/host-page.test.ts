import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { expectAccessible } from '../testing/accessible.ts';
import { choose, fillShort, inside, send, sent, show, type } from '../testing/filling.ts';
import { everyField, leadFormResponder, shortForm } from '../testing/lead-forms.ts';
import { held } from '../testing/responder.ts';
import type { AllozaLeadForm } from './lead-form.ts';

const page = document.documentElement;

describe('<alloza-lead-form> on the pages of studios', () => {
  afterEach(async () => {
    page.removeAttribute('lang');
    page.removeAttribute('dir');
    await emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference', forcedColors: 'none' });
    await setViewport({ width: 1024, height: 768 });
  });

  it('speaks German on a German page, mistakes included', async () => {
    page.lang = 'de';
    const element = await show(leadFormResponder());
    await waitUntil(() => element.shadowRoot!.textContent!.includes('freiwillig'));
    type(element, 'budget-min', '1.500,50');
    send(element);
    await waitUntil(() => element.shadowRoot!.textContent!.includes('4 Angaben stimmen noch nicht.'));
    expect(inside(element, '[part=error]').textContent).to.contain('Bitte füllen Sie dieses Feld aus.');
    await expectAccessible(element);
  });

  it('runs from right to left on an Arabic page', async () => {
    page.lang = 'ar';
    page.dir = 'rtl';
    const element = await show(leadFormResponder());
    await waitUntil(() => element.shadowRoot!.textContent!.includes('اختياري'));
    const [name, email] = ['name', 'email'].map((key) => inside(element, `#field-${key}`).getBoundingClientRect());
    expect(name!.left).to.be.greaterThan(email!.left);
    send(element);
    await waitUntil(() => inside(element, '[part=error]'));
    await expectAccessible(element);
  });

  it('can be filled and sent by keyboard alone', async () => {
    const responder = leadFormResponder();
    const element = await show(responder);
    const key = async (press: string) => sendKeys({ press });
    const write = async (text: string) => sendKeys({ type: text });
    const tabTo = async (selector: string) => {
      for (let steps = 0; steps < 40; steps++) {
        if (element.shadowRoot!.activeElement?.matches(selector)) return;
        await key('Tab');
      }
      throw new Error(`Tab never reached ${selector}`);
    };
    await tabTo('[name=name]');
    await write('Ana Ruiz');
    await tabTo('[name=email]');
    await write('ana@example.com');
    await tabTo('[name=projectType]');
    await key('Space');
    await key('ArrowDown');
    await tabTo('[name=dateUndecided]');
    await key('Space');
    await tabTo('[name=style]');
    await key('Space');
    await tabTo('[name=drone]');
    await key('Space');
    await tabTo('[type=submit]');
    await key('Enter');
    await sent(element);
    const { body } = responder.of('leads.create')[0]!;
    expect(body).to.include({ name: 'Ana Ruiz', projectType: 'Portrait', dateUndecided: true });
    expect(body.answers).to.deep.equal([
      { key: 'style', value: ['Candid'] },
      { key: 'drone', value: true },
    ]);
    expect(element.shadowRoot!.activeElement?.localName).to.equal('h2');
  }).timeout(10_000);

  it('keeps the draft when it is taken out of the page and put back', async () => {
    const responder = leadFormResponder(shortForm);
    const element = await show(responder);
    await fillShort(element);
    const parent = element.parentElement!;
    for (let times = 0; times < 3; times++) {
      element.remove();
      await nextFrame();
      parent.append(element);
      await nextFrame();
    }
    expect(inside(element, '[name=email]').value).to.equal('ana@example.com');
    expect(responder.of('leadForms.public')).to.have.length(1);
    send(element);
    await sent(element);
    expect(responder.of('leads.create')).to.have.length(1);
  });

  it('finishes sending while it is out of the page', async () => {
    const lead = held<object>();
    const responder = leadFormResponder(shortForm, { 'leads.create': () => lead.promise });
    const element = await show(responder);
    await fillShort(element);
    send(element);
    await waitUntil(() => responder.of('leads.create').length === 1);
    const parent = element.parentElement!;
    element.remove();
    lead.release({ id: 'lead_1', thanks: null, lead: null });
    await nextFrame();
    parent.append(element);
    await sent(element);
    expect(inside(element, '[part=success]').textContent).to.contain('Your enquiry has arrived');
  });

  it('stands twice on a page without mixing what is written', async () => {
    const [one, two] = [leadFormResponder(shortForm), leadFormResponder(shortForm)];
    const place = await fixture(html`<main>
      <alloza-lead-form publishable-key="pk_test_1" base-url="https://api.example" .fetch=${one.fetch}></alloza-lead-form>
      <alloza-lead-form publishable-key="pk_test_1" base-url="https://api.example" .fetch=${two.fetch}></alloza-lead-form>
    </main>`);
    const [first, second] = [...place.querySelectorAll('alloza-lead-form')] as [AllozaLeadForm, AllozaLeadForm];
    await waitUntil(() => [first, second].every((form) => form.matches(':state(ready)')));
    await Promise.all([first.updateComplete, second.updateComplete]);
    await fillShort(first);
    expect(inside(second, '[name=name]').value).to.equal('');
    send(first);
    await sent(first);
    expect(second.matches(':state(sent)')).to.equal(false);
    await expectAccessible(second);
  });

  it('holds its shape under hostile CSS', async () => {
    const hostile = await fixture<HTMLStyleElement>(html`<style>
      * {
        text-transform: uppercase !important;
        letter-spacing: 9px;
        line-height: 0.4;
        white-space: nowrap;
        text-align: center;
        font-size: 5px;
        visibility: visible;
      }
      input,
      label,
      .field,
      .box,
      h2,
      button {
        display: none !important;
        position: fixed;
      }
    </style>`);
    const element = await show(leadFormResponder());
    const label = getComputedStyle(inside(element, '[part=label]'));
    expect([label.textTransform, label.letterSpacing, label.textAlign]).to.deep.equal(['none', 'normal', 'start']);
    const input = inside(element, '[name=name]').getBoundingClientRect();
    expect(input.height).to.be.at.least(44);
    expect(Number.parseFloat(getComputedStyle(inside(element, '[name=name]')).fontSize)).to.be.at.least(16);
    await expectAccessible(element);
    hostile.remove();
  });

  it('takes font and colour from the page', async () => {
    const place = await fixture(html`<div style="font-family: monospace; color: rgb(30, 60, 90)"></div>`);
    const element = await show(leadFormResponder(shortForm));
    place.append(element);
    await nextFrame();
    const { fontFamily, color } = getComputedStyle(inside(element, '[part=label]'));
    expect([fontFamily, color]).to.deep.equal(['monospace', 'rgb(30, 60, 90)']);
  });

  it('is accessible on a dark page, with forced colours, and 320 px wide', async () => {
    const place = await fixture<HTMLElement>(
      html`<div style="background: #101214; color: #eceff1; padding: 8px"></div>`,
    );
    const element = await show(leadFormResponder());
    place.append(element);
    await waitUntil(() => getComputedStyle(element).colorScheme === 'dark');
    send(element);
    await waitUntil(() => inside(element, '[part=error]'));
    choose(element, 'projectType', 'Wedding');
    await element.updateComplete;
    await expectAccessible(element);
    await emulateMedia({ forcedColors: 'active' });
    await expectAccessible(element, { contrast: false });
    await emulateMedia({ forcedColors: 'none' });
    await setViewport({ width: 320, height: 640 });
    await nextFrame();
    expect(page.scrollWidth, 'no sideways scrolling').to.be.at.most(320);
    await expectAccessible(element);
  });

  it('moves nothing for people who ask for it', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    const element = await show(leadFormResponder(shortForm));
    await fillShort(element);
    send(element);
    await sent(element);
    const moving = element
      .shadowRoot!.getAnimations()
      .filter(({ effect }) => Number(effect!.getComputedTiming().duration) > 0);
    expect(moving).to.deep.equal([]);
  });

  it('keeps the room of the plain form while it loads, so that the page does not jump', async () => {
    const form = held<object>();
    const responder = leadFormResponder(shortForm, { 'leadForms.public': () => form.promise });
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const element = document.createElement('alloza-lead-form') as AllozaLeadForm;
    const plain = document.createElement('form');
    for (let fields = 0; fields < 3; fields++) plain.append(document.createElement('input'));
    plain.style.cssText = 'display: block; height: 412px';
    element.append(plain);
    Object.assign(element, { publishableKey: 'pk_test_1', baseUrl: 'https://api.example', fetch: responder.fetch });
    place.append(element);
    expect(element.offsetHeight).to.be.at.most(412);
    await element.updateComplete;
    expect(element.offsetHeight).to.equal(412);
    expect(element.shadowRoot!.querySelectorAll('.block')).to.have.length(3);
    form.release(shortForm);
    await waitUntil(() => element.matches(':state(ready)'));
  });

  it('P07 sets no cookie and stores nothing in the browser', async () => {
    const element = await show(leadFormResponder(shortForm));
    await fillShort(element);
    send(element);
    await sent(element);
    expect(document.cookie).to.equal('');
    expect([localStorage.length, sessionStorage.length]).to.deep.equal([0, 0]);
  });

  it('P08 P30 asks no address but that of its studio, Stripe included', async () => {
    const responder = leadFormResponder(everyField);
    performance.clearResourceTimings();
    const element = await show(responder);
    element.scrollIntoView();
    await waitUntil(() => responder.of('challenges.create').length === 1);
    const origins = performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin);
    expect([...new Set(origins)].filter((origin) => origin !== location.origin)).to.deep.equal([]);
    expect(new Set(responder.seen.map(({ operation }) => operation))).to.deep.equal(
      new Set(['leadForms.public', 'workspace.public', 'challenges.create']),
    );
  });
});
