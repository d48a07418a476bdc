import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { contrast, parseColor } from './color.ts';
import { accentRamp } from './contrast.ts';
import { core } from './core.styles.ts';
import { define } from './define.ts';
import { AllozaElement } from './element.ts';
import { embed } from './embed.styles.ts';

class TestTheme extends AllozaElement {
  static override styles = embed;
  brand?: string;
  override get appearance() {
    return { ...super.appearance, accent: this.brand };
  }
  protected override render() {
    return html`<div class="root"><p>text</p></div>`;
  }
}
define('test-theme', TestTheme);

/** What a private token comes to, as a colour. */
function color(element: TestTheme, token: string): string {
  const root = element.shadowRoot!.querySelector<HTMLElement>('.root')!;
  root.style.backgroundColor = `var(${token})`;
  return getComputedStyle(root).backgroundColor;
}

const rgb = (hex: string) => {
  const [r, g, b] = parseColor(hex)!.map((channel) => Math.round(channel * 255));
  return `rgb(${r}, ${g}, ${b})`;
};

const becomes = async (element: TestTheme, token: string, value: string) =>
  waitUntil(() => color(element, token) === value, `${token} becomes ${value}`);

describe('theme', () => {
  it("wears the studio's colour, repaired", async () => {
    const element = await fixture<TestTheme>(html`<test-theme .brand=${'#f5c400'}></test-theme>`);
    await becomes(element, '--_accent', rgb(accentRamp('#f5c400').light.solid));
    expect(color(element, '--_on-accent')).to.equal('rgb(0, 0, 0)');
  });

  it('lets the page choose another colour, by any name CSS knows', async () => {
    const place = await fixture(
      html`<div style="--alloza-accent: rebeccapurple"><test-theme .brand=${'#f5c400'}></test-theme></div>`,
    );
    const element = place.querySelector<TestTheme>('test-theme')!;
    await becomes(element, '--_accent', 'rgb(102, 51, 153)');
  });

  it('is dark where the text of the page is bright, and follows the switch of the page', async () => {
    const place = await fixture<HTMLElement>(
      html`<div style="color: #eee; background: #111"><test-theme></test-theme></div>`,
    );
    const element = place.querySelector<TestTheme>('test-theme')!;
    await waitUntil(() => getComputedStyle(element).colorScheme === 'dark');
    place.style.color = '#222';
    document.documentElement.dataset.theme = 'light';
    await waitUntil(() => getComputedStyle(element).colorScheme === 'light');
    delete document.documentElement.dataset.theme;
    element.theme = 'dark';
    await waitUntil(() => getComputedStyle(element).colorScheme === 'dark');
  });

  it('has neutral text of 4.5:1 and control outlines of 3:1 on its surfaces, in light and dark', async () => {
    const element = await fixture<TestTheme>(html`<test-theme theme="light"></test-theme>`);
    await nextFrame();
    for (const theme of ['light', 'dark'] as const) {
      element.theme = theme;
      await waitUntil(() => getComputedStyle(element).colorScheme === theme);
      const read = (token: string) => parseColor(color(element, token))!;
      for (const ground of ['--_surface', '--_sunken']) {
        for (const text of ['--_text', '--_text-muted', '--_danger'])
          expect(contrast(read(text), read(ground)), `${theme} ${text} on ${ground}`).to.be.at.least(4.5);
        expect(contrast(read('--_line-strong'), read(ground)), `${theme} outline on ${ground}`).to.be.at.least(3);
      }
    }
  });

  it('sets no style attribute, which a strict policy would refuse', async () => {
    const element = await fixture<TestTheme>(html`<test-theme></test-theme>`);
    await nextFrame();
    expect(element.hasAttribute('style')).to.equal(false);
    expect(core.cssText).to.contain('light-dark(');
  });
});
