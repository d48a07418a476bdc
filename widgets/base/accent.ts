import { accentRamp, defaultAccent } from './contrast.ts';

/**
 * The accent's declarations for a widget. What the page sets as `--alloza-accent` wins over the studio's brand; either
 * is repaired until it can be read.
 */
export function accentCss(host: Element, brand: string = defaultAccent): string {
  registerAccent();
  const onPage = getComputedStyle(host).getPropertyValue('--alloza-accent');
  const { light, dark, hue } = accentRamp(onPage && onPage !== unset ? onPage : brand);
  const both = (name: keyof typeof light) => `light-dark(${light[name]},${dark[name]})`;
  return `--_hue:${hue};--_accent:${both('solid')};--_accent-hover:${both('hover')};--_on-accent:${both('on')};\
--_accent-text:${both('text')};--_accent-tint:${both('tint')}`;
}

const unset = 'rgba(0, 0, 0, 0)';

/** Typed as a colour, `--alloza-accent: rebeccapurple` is read back as `rgb(...)`, like every other way to write it. */
function registerAccent(): void {
  if (isRegistered) return;
  isRegistered = true;
  try {
    CSS.registerProperty({ name: '--alloza-accent', syntax: '<color>', inherits: true, initialValue: 'transparent' });
  } catch {
    // Another copy on the page has done it.
  }
}

let isRegistered = false;
