import { expect, fixture, html, waitUntil } from '@open-wc/testing';

const defined = async (tag: string) => waitUntil(() => customElements.get(tag), `${tag} is defined`, { timeout: 4000 });

describe('loader', () => {
  it('defines nothing that the page does not use', async () => {
    await import('./loader.ts');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(customElements.get('alloza-studio')).to.equal(undefined);
    expect(customElements.get('alloza-lead-form')).to.equal(undefined);
  });

  it('loads an element that comes later, also deep inside of others', async () => {
    await fixture(html`<section><div><alloza-studio></alloza-studio></div></section>`);
    await defined('alloza-studio');
  });

  it('looks into open shadow roots, also those of elements that are defined later', async () => {
    const host = await fixture(html`<test-late-host></test-late-host>`);
    class LateHost extends HTMLElement {
      connectedCallback() {
        this.attachShadow({ mode: 'open' }).append(document.createElement('alloza-lead-form'));
      }
    }
    customElements.define('test-late-host', LateHost);
    await defined('alloza-lead-form');
    expect(host.shadowRoot!.querySelector('alloza-lead-form')!.shadowRoot).to.not.equal(null);
  });

  it('leaves elements of others alone', async () => {
    await fixture(html`<alloza-nonsense></alloza-nonsense><other-element></other-element>`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(customElements.get('alloza-nonsense')).to.equal(undefined);
  });

  it("gives a page's own script the studio's words to change", async () => {
    const { setStrings } = await import('./loader.ts');
    expect(setStrings).to.be.a('function');
  });
});
