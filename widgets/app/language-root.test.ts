import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { deepAll, mount, slug, useTestClock } from './testing/mount.ts';
import { Responder } from './testing/responder.ts';
import '../define/alloza-leads.ts';
import '../define/alloza-studio.ts';

const words = { en: 'Leads', de: 'Anfragen', ar: 'الاستفسارات' } as const;
const { fetch } = new Responder();

/** Waits until the innermost title is in this language and runs its way; answers the title. */
async function speaks(place: Element, language: keyof typeof words): Promise<HTMLElement> {
  const title = () =>
    deepAll<HTMLElement>(place, 'alloza-leads-panel')[0]?.shadowRoot?.querySelector<HTMLElement>('h1');
  await waitUntil(() => title()?.textContent?.includes(words[language]), `no title in ${language}`, { timeout: 3000 });
  expect(getComputedStyle(title()!).direction).to.equal(language === 'ar' ? 'rtl' : 'ltr');
  expect(title()!.matches(`:lang(${language})`)).to.equal(true);
  return title()!;
}

describe('the language of the app', () => {
  useTestClock();
  const { documentElement: page } = document;
  const { lang } = page;
  afterEach(() => {
    page.lang = lang;
    page.removeAttribute('dir');
    localStorage.clear();
  });

  it('is that of the locale attribute, in inner elements too, and follows it', async () => {
    const { dashboard } = await mount(`/app/${slug}/leads`, { lang: 'de' });
    await speaks(dashboard, 'de');
    dashboard.locale = 'ar';
    await speaks(dashboard, 'ar');
    dashboard.locale = 'en';
    await speaks(dashboard, 'en');
  });

  it('is that of the page where there is no attribute, and follows it', async () => {
    page.lang = 'de-AT';
    const { dashboard } = await mount(`/app/${slug}/leads`);
    dashboard.removeAttribute('locale');
    expect((await speaks(dashboard, 'de')).closest('[lang]')).to.equal(null);
    page.lang = 'ar';
    await speaks(dashboard, 'ar');
  });

  it('is that of a lang nearer than the attribute for as long as it is there', async () => {
    const { dashboard } = await mount(`/app/${slug}/leads`, { lang: 'en' });
    dashboard.parentElement!.lang = 'de';
    await speaks(dashboard, 'de');
    dashboard.lang = 'ar';
    await speaks(dashboard, 'ar');
    dashboard.removeAttribute('lang');
    await speaks(dashboard, 'de');
    dashboard.parentElement!.removeAttribute('lang');
    await speaks(dashboard, 'en');
  });

  it('is what a person chose, whatever the page says, and ends with that choice', async () => {
    page.dir = 'ltr';
    const app = await mount(`/app/${slug}/leads`, { lang: 'en' });
    app.dashboard.parentElement!.lang = 'de';
    await speaks(app.dashboard, 'de');
    const choose = async (name: string) => {
      app.all<HTMLElement>('.studio').at(-1)!.click();
      (await app.find('[role=menuitemradio]', name)).click();
    };
    await choose('العربية');
    await speaks(app.dashboard, 'ar');
    await choose('English');
    await speaks(app.dashboard, 'en');
  });

  it('is written once for each change, and on no element of the page', async () => {
    const { dashboard } = await mount(`/app/${slug}/leads`, { lang: 'en' });
    await speaks(dashboard, 'en');
    const written: string[] = [];
    const watch = (records: MutationRecord[]) => written.push(...records.map((record) => record.attributeName!));
    const observer = new MutationObserver(watch);
    observer.observe(document, { attributes: true, attributeFilter: ['lang', 'dir'], subtree: true });
    for (const { shadowRoot } of [dashboard, ...deepAll(dashboard, '*')])
      if (shadowRoot)
        observer.observe(shadowRoot, { attributes: true, attributeFilter: ['lang', 'dir'], subtree: true });
    let updates = 0;
    for (const element of [dashboard, ...deepAll(dashboard, 'alloza-leads-panel')]) {
      const update = Reflect.get(element, 'update');
      Reflect.set(element, 'update', (...given: unknown[]) => {
        updates++;
        update.apply(element, given);
      });
    }
    dashboard.locale = 'ar';
    await speaks(dashboard, 'ar');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(updates).to.be.lessThan(8);
    const settled = updates;
    await new Promise((resolve) => setTimeout(resolve, 100));
    observer.disconnect();
    expect(updates).to.equal(settled);
    // The dashboard's and the panel's own element inside.
    expect(written.sort()).to.deep.equal(['dir', 'dir', 'lang', 'lang']);
    expect([dashboard.lang, dashboard.dir]).to.deep.equal(['', '']);
  });

  it('reaches the inside of a panel that stands alone, and follows it', async () => {
    page.dir = 'ltr';
    const panel = await fixture<HTMLElementTagNameMap['alloza-leads']>(
      html`<alloza-leads workspace=${slug} base-url="https://studio.example" locale="de" .fetch=${fetch}></alloza-leads>`,
    );
    await speaks(panel, 'de');
    panel.locale = 'ar';
    await speaks(panel, 'ar');
    page.lang = 'de';
    panel.removeAttribute('locale');
    await speaks(panel, 'de');
  });

  it('reaches a panel from the <alloza-studio> around it', async () => {
    const studio = await fixture<HTMLElementTagNameMap['alloza-studio']>(
      html`<alloza-studio session workspace=${slug} locale="ar" base-url="https://studio.example" .fetch=${fetch}>
        <alloza-leads .fetch=${fetch}></alloza-leads>
      </alloza-studio>`,
    );
    const panel = studio.querySelector('alloza-leads')!;
    await speaks(panel, 'ar');
    studio.locale = 'de';
    await speaks(panel, 'de');
  });

  it("leaves a form's preview in the studio's own language", async () => {
    const app = await mount(`/app/${slug}/forms`, { lang: 'ar' });
    (await app.find('a.row, .card a, a[href*="/forms/"]')).click();
    const form = await app.find('alloza-lead-form');
    await waitUntil(() => form.shadowRoot!.querySelector('.root')?.getAttribute('lang') === 'en');
    expect(form.shadowRoot!.querySelector<HTMLElement>('.root')!.dir).to.equal('ltr');
  });
});
