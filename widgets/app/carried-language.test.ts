import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { mount, slug, useTestClock } from './testing/mount.ts';
import { Responder } from './testing/responder.ts';
import '../define/alloza-leads.ts';

describe('the language of the app', () => {
  useTestClock();
  afterEach(() => document.documentElement.removeAttribute('lang'));

  it('is that of the locale attribute, in inner elements too, and follows it', async () => {
    const app = await mount(`/app/${slug}/leads`, { lang: 'de' });
    await app.find('h1', 'Anfragen');
    app.dashboard.locale = 'ar';
    await waitUntil(() =>
      app.all('alloza-leads-panel h1, h1').some((title) => /[\u0600-\u06ff]/.test(title.textContent!)),
    );
    expect(app.dashboard.dir).to.equal('rtl');
  });

  it('is that of the page around it where that is nearer than the attribute', async () => {
    const app = await mount(`/app/${slug}/leads`, { lang: 'en' });
    app.dashboard.parentElement!.lang = 'de';
    await app.find('h1', 'Anfragen');
    app.dashboard.parentElement!.removeAttribute('lang');
    await waitUntil(() => app.dashboard.lang === 'en');
  });

  it('leaves a lang alone that the page wrote on the element', async () => {
    const app = await mount(`/app/${slug}/leads`, { lang: 'en' });
    app.dashboard.lang = 'de';
    await app.find('h1', 'Anfragen');
    app.dashboard.locale = 'ar';
    await nextFrame();
    expect(app.dashboard.lang).to.equal('de');
  });

  it('reaches the inside of a panel that stands alone', async () => {
    const { fetch } = new Responder();
    const panel = await fixture<HTMLElementTagNameMap['alloza-leads']>(
      html`<alloza-leads workspace=${slug} base-url="https://studio.example" locale="de" .fetch=${fetch}></alloza-leads>`,
    );
    await waitUntil(() =>
      panel
        .shadowRoot!.querySelector('alloza-leads-panel')
        ?.shadowRoot?.querySelector('h1')
        ?.textContent?.includes('Anfragen'),
    );
    expect([panel.lang, panel.dir]).to.deep.equal(['de', 'ltr']);
  });
});
