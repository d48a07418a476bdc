import { contrast, fromOklch, type Oklch, parseColor, type Rgb, toHex, toOklch } from './color.ts';

/** What an accent becomes on one ground, light or dark. Each is `#rrggbb`. */
export interface AccentScheme {
  /** Fills: buttons, checked boxes, focus rings. 3:1 against every surface. */
  solid: string;
  /** The fill under the pointer; `on` stays readable. */
  hover: string;
  /** Text and icons on `solid` and `hover`. 4.5:1. */
  on: string;
  /** Links and accented text. 4.5:1 on every surface and on `tint`. */
  text: string;
  /** A quiet ground for what is chosen. */
  tint: string;
}

/** A studio's colour, made usable. */
export interface AccentRamp {
  light: AccentScheme;
  dark: AccentScheme;
  /** Hue in degrees; greys take a trace of it. */
  hue: number;
}

/** The accent of a studio that has chosen none. */
export const defaultAccent = '#2f5d50';

const white: Rgb = [1, 1, 1];
const black: Rgb = [0, 0, 0];

/** The hardest surface of each ground: the darkest light one and the lightest dark one that text is set on. */
const hardest = { light: fromOklch([0.955, 0.004, 90]), dark: fromOklch([0.275, 0.008, 90]) };

/**
 * Moves a colour away from its ground, in lightness only, until it reaches the ratio (WCAG 2.2). A colour that
 * already does is answered unchanged: a studio's own colour is not touched without need.
 */
export function repair(color: Rgb, ground: Rgb, ratio: number): Rgb {
  if (contrast(color, ground) >= ratio) return color;
  const [lightness, chroma, hue] = toOklch(color);
  const step = contrast(white, ground) > contrast(black, ground) ? 0.005 : -0.005;
  for (let l = lightness; l >= 0 && l <= 1; l += step) {
    const next = onScreen(fromOklch([l, chroma, hue]));
    if (contrast(next, ground) >= ratio) return next;
  }
  return step > 0 ? white : black;
}

/** The ramp of an accent given as hex; what can't be read becomes the default accent. */
export function accentRamp(accent: string): AccentRamp {
  const color = parseColor(accent) ?? parseColor(defaultAccent)!;
  const known = ramps.get(toHex(color));
  if (known) return known;
  const base = toOklch(color);
  const ramp = { light: scheme(color, base, 'light'), dark: scheme(color, base, 'dark'), hue: Math.round(base[2]) };
  ramps.set(toHex(color), ramp);
  return ramp;
}

const ramps = new Map<string, AccentRamp>();

function scheme(color: Rgb, [, chroma, hue]: Oklch, ground: 'light' | 'dark'): AccentScheme {
  const tint = onScreen(
    fromOklch(ground === 'light' ? [0.95, Math.min(chroma, 0.03), hue] : [0.3, Math.min(chroma, 0.05), hue]),
  );
  let solid = repair(color, hardest[ground], 3);
  // White on a fill is what people expect; a fill that nearly carries it is darkened, a brighter one takes black.
  const nearlyDark = contrast(white, solid) >= 3.6;
  if (nearlyDark) {
    const darker = repair(solid, white, 4.5);
    if (contrast(darker, hardest[ground]) >= 3) solid = darker;
  }
  const on = contrast(white, solid) >= 4.5 ? white : black;
  const text = [tint, hardest[ground]].reduce((sofar, under) => repair(sofar, under, 4.5), color);
  return { solid: toHex(solid), hover: toHex(hoverOf(solid, on)), on: toHex(on), text: toHex(text), tint: toHex(tint) };
}

/** Rounded to what a screen gets, so that a ratio holds for the written colour too. */
const onScreen = (color: Rgb) => parseColor(toHex(color))!;

/** Always the way that makes the text on it easier to read. */
function hoverOf(solid: Rgb, on: Rgb): Rgb {
  const [lightness, chroma, hue] = toOklch(solid);
  return fromOklch([Math.min(1, Math.max(0, lightness + (on === white ? -0.05 : 0.05))), chroma, hue]);
}
