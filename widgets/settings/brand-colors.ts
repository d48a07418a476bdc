/** What a studio's colour means for reading. Pure. */
import { contrast, parseColor, toHex } from '../base/color.ts';
import { accentRamp } from '../base/contrast.ts';

/** The grounds that fills and texts of the accent stand on. */
const grounds = { light: parseColor('#ffffff')!, dark: parseColor('#171a19')! };

export interface ColorView {
  /** The colour as `#rrggbb`. */
  readonly accent: string;
  /** Contrast of the colour itself on each ground, 1 to 21. */
  readonly ratios: { readonly light: number; readonly dark: number };
  /** The grounds on which text takes another shade than the studio's. */
  readonly repaired: readonly ('light' | 'dark')[];
  readonly shades: ReturnType<typeof accentRamp>;
}

/** Undefined for what is no colour. `#0a5` counts as `#00aa55`. */
export function viewColor(text: string): ColorView | undefined {
  const color = /^#/.test(text.trim()) ? parseColor(text) : null;
  if (!color) return undefined;
  const accent = toHex(color);
  const shades = accentRamp(accent);
  const repaired = (['light', 'dark'] as const).filter((ground) => shades[ground].text !== accent);
  const ratios = { light: contrast(color, grounds.light), dark: contrast(color, grounds.dark) };
  return { accent, ratios, repaired, shades };
}
