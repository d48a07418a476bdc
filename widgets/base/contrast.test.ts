import { expect } from '@open-wc/testing';
import { contrast, fromOklch, parseColor, type Rgb, toHex, toOklch } from './color.ts';
import { accentRamp, defaultAccent, repair } from './contrast.ts';

const read = (hex: string) => parseColor(hex)!;

/** A fixed sequence, so that a failure can be repeated. */
function* colors(count: number): Generator<string> {
  for (let i = 0, seed = 20261124; i < count; i++) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    yield `#${(seed % 0x1000000).toString(16).padStart(6, '0')}`;
  }
}

/** White, and the darkest and lightest surfaces that text and controls stand on. */
const light: Rgb[] = [[1, 1, 1], fromOklch([0.961, 0.003, 90])];
const dark: Rgb[] = [fromOklch([0.178, 0.005, 90]), fromOklch([0.268, 0.008, 90])];

describe('color', () => {
  it('goes to OKLCH and back without losing a bit', () => {
    for (const color of colors(500)) expect(toHex(fromOklch(toOklch(read(color))))).to.equal(color);
  });

  it('reads the ways a browser writes a colour', () => {
    expect(parseColor('#0a5')).to.deep.equal(parseColor('#00aa55'));
    expect(toHex(parseColor('rgb(15, 107, 92)')!)).to.equal('#0f6b5c');
    expect(toHex(parseColor('color(srgb 1 0.5 0)')!)).to.equal('#ff8000');
    expect(toHex(parseColor('oklch(0.627955 0.257704 29.2346)')!)).to.equal('#ff0000');
    for (const none of ['', 'teal', 'rgba(0, 0, 0, 0)', '#12', 'url(x)']) expect(parseColor(none), none).to.equal(null);
  });

  it('measures contrast as WCAG does', () => {
    expect(contrast(read('#000'), read('#fff'))).to.equal(21);
    expect(contrast(read('#777777'), read('#ffffff'))).to.be.closeTo(4.48, 0.01);
  });
});

describe('accent ramp', () => {
  it('is readable on every surface, whatever colour a studio picks', () => {
    for (const color of [...colors(1500), '#ffffff', '#000000', '#ffff00', '#0000ff', '#808080']) {
      const ramp = accentRamp(color);
      for (const [scheme, grounds] of [
        [ramp.light, light],
        [ramp.dark, dark],
      ] as const) {
        for (const ground of grounds) {
          expect(contrast(read(scheme.solid), ground), `${color} solid`).to.be.at.least(3);
          expect(contrast(read(scheme.text), ground), `${color} text`).to.be.at.least(4.5);
        }
        expect(contrast(read(scheme.text), read(scheme.tint)), `${color} text on tint`).to.be.at.least(4.5);
        expect(contrast(read(scheme.on), read(scheme.solid)), `${color} on solid`).to.be.at.least(4.5);
        expect(contrast(read(scheme.on), read(scheme.hover)), `${color} on hover`).to.be.at.least(4.5);
      }
    }
  }).timeout(20_000);

  it('leaves a colour alone that is readable already', () => {
    expect(accentRamp('#0f6b5c').light.solid).to.equal('#0f6b5c');
    expect(accentRamp('#ffd166').dark.solid).to.equal('#ffd166');
  });

  it('keeps the hue of what it repairs', () => {
    const before = toOklch(read('#f5c400'));
    const after = toOklch(repair(read('#f5c400'), [1, 1, 1], 4.5));
    expect(after[2]).to.be.closeTo(before[2], 4);
    expect(after[0]).to.be.lessThan(before[0]);
  });

  it('falls back to the default for what is no colour', () => {
    expect(accentRamp('no colour')).to.deep.equal(accentRamp(defaultAccent));
  });
});
