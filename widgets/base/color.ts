/** A colour in sRGB, each channel 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** A colour in OKLCH: lightness 0 to 1, chroma 0 to about 0.37, hue in degrees. */
export type Oklch = readonly [lightness: number, chroma: number, hue: number];

/**
 * Reads what a person writes (`#0f6b5c`, `#0a5`) and what `getComputedStyle` answers (`rgb()`, `oklch()`,
 * `color(srgb)`). Anything else, and anything see-through, is null.
 */
export function parseColor(text: string): Rgb | null {
  const value = text.trim().toLowerCase();
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/.exec(value)?.[1];
  if (hex) {
    const long = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex;
    return [0, 2, 4].map((at) => Number.parseInt(long.slice(at, at + 2), 16) / 255) as unknown as Rgb;
  }
  const [, name, body] = /^(rgba?|oklch|color)\((?:srgb )?([^)]*)\)$/.exec(value) ?? [];
  if (!name || !body) return null;
  const [a, b, c, alpha = 1] = body
    .split(/[\s,/]+/)
    .map((part) => Number.parseFloat(part) / (part.endsWith('%') ? 100 : 1));
  if (![a, b, c, alpha].every(Number.isFinite) || alpha < 0.5) return null;
  if (name === 'oklch') return fromOklch([a!, b!, c!]);
  const scale = name === 'color' ? 1 : 255;
  return [a! / scale, b! / scale, c! / scale];
}

/** `#rrggbb`. */
export function toHex(rgb: Rgb): string {
  const byte = (channel: number) =>
    Math.round(clamp(channel) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${rgb.map(byte).join('')}`;
}

/** sRGB to OKLCH (Björn Ottosson, 2020). */
export function toOklch(rgb: Rgb): Oklch {
  const [r, g, b] = rgb.map(toLinear) as unknown as Rgb;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  const greenRed = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const blueYellow = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  const hue = (Math.atan2(blueYellow, greenRed) * 180) / Math.PI;
  return [lightness, Math.hypot(greenRed, blueYellow), (hue + 360) % 360];
}

/** OKLCH to sRGB; a colour no screen can show keeps its lightness and hue and gives up chroma. */
export function fromOklch([lightness, chroma, hue]: Oklch): Rgb {
  for (let c = chroma; c > 0.001; c *= 0.96) {
    const rgb = convert(lightness, c, hue);
    if (rgb.every((channel) => channel > -0.0005 && channel < 1.0005)) return rgb.map(clamp) as unknown as Rgb;
  }
  return convert(lightness, 0, hue).map(clamp) as unknown as Rgb;
}

function convert(lightness: number, chroma: number, hue: number): Rgb {
  const angle = (hue * Math.PI) / 180;
  const a = chroma * Math.cos(angle);
  const b = chroma * Math.sin(angle);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    fromLinear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    fromLinear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    fromLinear(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** Relative luminance, WCAG 2.2. */
export function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map(toLinear) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two colours, 1 to 21, WCAG 2.2. */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const clamp = (value: number) => Math.min(1, Math.max(0, value));
const toLinear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const fromLinear = (c: number) => (c <= 0.0031308 ? c * 12.92 : 1.055 * c ** (1 / 2.4) - 0.055);
