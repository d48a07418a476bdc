import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { setStrings } from '../strings/own-words.ts';
import { StringTable } from '../strings/table.ts';
import { define } from './define.ts';
import { AllozaElement } from './element.ts';
import { LanguageController } from './language.ts';

const english = { hello: 'Hello {name}', count: { one: '{count} answer', other: '{count} answers' } } as const;
const german = { hello: 'Hallo {name}', count: { one: '{count} Antwort', other: '{count} Antworten' } };
const arabic = {
  hello: 'مرحبًا {name}',
  count: { one: 'إجابة', two: 'إجابتان', few: '{count} إجابات', other: '{count} إجابة' },
};
const table = new StringTable(english, { de: async () => german, ar: async () => arabic });

class TestHello extends AllozaElement {
  readonly text = new LanguageController(this, table);
  protected override render() {
    return this.text.t('hello', { name: 'Ana' });
  }
}
define('test-hello', TestHello);

const says = async (element: TestHello, words: string) =>
  waitUntil(() => element.shadowRoot!.textContent === words, `says ${words}`);

describe('LanguageController', () => {
  const { documentElement: page } = document;
  afterEach(() => {
    page.removeAttribute('lang');
    page.removeAttribute('dir');
  });

  it('prefers the nearest lang, then the attribute, then the page, then the browser', async () => {
    const element = await fixture<TestHello>(html`<test-hello></test-hello>`);
    await says(element, 'Hello Ana');
    page.lang = 'de-AT';
    await says(element, 'Hallo Ana');
    expect(element.text.locale).to.equal('de-AT');
    element.locale = 'ar';
    await says(element, 'مرحبًا Ana');
    element.parentElement!.lang = 'en';
    await says(element, 'Hello Ana');
    element.parentElement!.removeAttribute('lang');
  });

  it('sees the language through shadow roots and follows its changes', async () => {
    const host = await fixture<HTMLElement>(html`<div lang="de"></div>`);
    const root = host.attachShadow({ mode: 'open' });
    const element = document.createElement('test-hello') as TestHello;
    root.append(element);
    await says(element, 'Hallo Ana');
    host.lang = 'en';
    await says(element, 'Hello Ana');
  });

  it('speaks English where it does not know the language, and says so to Intl', async () => {
    page.lang = 'fi';
    page.dir = 'rtl';
    const element = await fixture<TestHello>(html`<test-hello></test-hello>`);
    expect([element.text.language, element.text.locale, element.text.dir]).to.deep.equal(['en', 'en', 'ltr']);
  });

  it('takes a tag that is none, such as en_US, for its language', async () => {
    page.lang = 'de_DE@euro';
    const element = await fixture<TestHello>(html`<test-hello></test-hello>`);
    expect(element.text.locale).to.equal('de');
  });

  it('writes Arabic from right to left unless the page says otherwise', async () => {
    page.lang = 'ar';
    const element = await fixture<TestHello>(html`<test-hello></test-hello>`);
    expect(element.text.dir).to.equal('rtl');
    page.dir = 'ltr';
    expect(element.text.dir).to.equal('ltr');
  });

  it("does not turn a language chosen by the attribute into the direction of another language's page", async () => {
    page.lang = 'ar';
    page.dir = 'rtl';
    const element = await fixture<TestHello>(html`<test-hello></test-hello>`);
    expect(element.text.dir).to.equal('rtl');
    element.locale = 'de';
    expect(element.text.dir).to.equal('ltr');
    element.parentElement!.dir = 'rtl';
    expect(element.text.dir).to.equal('rtl');
    element.parentElement!.removeAttribute('dir');
  });

  it('chooses the plural form of the language', async () => {
    await Promise.all([table.load('de'), table.load('ar')]);
    expect(table.text('en', 'en', 'count', { count: 1 })).to.equal('1 answer');
    expect(table.text('de', 'de', 'count', { count: 1200 })).to.equal('1.200 Antworten');
    expect(table.text('ar', 'ar', 'count', { count: 2 })).to.equal('إجابتان');
    expect(table.text('ar', 'ar-EG', 'count', { count: 5 })).to.equal('٥ إجابات');
  });

  it("puts a studio's own words in place at once", async () => {
    const element = await fixture<TestHello>(html`<test-hello locale="en"></test-hello>`);
    setStrings('en', { hello: 'Good to see you, {name}' });
    await says(element, 'Good to see you, Ana');
  });

  it('stays in English as long as a language cannot be fetched', async () => {
    let tries = 0;
    const failing = new StringTable(english, {
      ar: async () => arabic,
      de: async () => Promise.reject(new Error(`${tries++}`)),
    });
    await failing.load('de');
    expect(failing.text('de', 'de', 'hello', { name: 'Ana' })).to.equal('Hello Ana');
    await failing.load('de');
    expect(tries).to.equal(2);
  });
});
