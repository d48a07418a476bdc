/** What the palette offers, and what of it fits what is typed. Pure. */
import type { IconName } from '../app/icons.ts';

export const groups = ['recent', 'leads', 'clients', 'projects', 'tasks', 'actions', 'pages', 'studios'] as const;
export type PaletteGroup = (typeof groups)[number];

export interface PaletteItem {
  readonly id: string;
  readonly group: PaletteGroup;
  readonly label: string;
  readonly hint?: string;
  readonly icon: IconName;
  readonly run: () => void;
}

export interface PaletteSection {
  readonly group: PaletteGroup;
  readonly items: readonly PaletteItem[];
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
const wordsOf = (text: string) => plain(text).split(/\s+/).filter(Boolean);

/** Every typed word must begin a word of the label or hint. */
export function matching(items: readonly PaletteItem[], typed: string): PaletteItem[] {
  const words = wordsOf(typed);
  return items.filter((item) => {
    const parts = plain(`${item.label} ${item.hint ?? ''}`).split(/[\s@.,/-]+/);
    return words.every((word) => parts.some((part) => part.startsWith(word)));
  });
}

/** How well a name fits: whole, by its beginning, by the beginning of one of its words, or by something else of it. */
export function fit(label: string, typed: string): number {
  const name = plain(label);
  const wanted = wordsOf(typed).join(' ');
  if (name === wanted) return 3;
  if (name.startsWith(wanted)) return 2;
  return name.split(/[\s@.,/-]+/).some((part) => part.startsWith(wanted)) ? 1 : 0;
}

/**
 * Items under their groups. Where something is typed, what fits best comes first in each group, and the group with the
 * best fit comes first; otherwise the order is fixed.
 */
export function sections(items: readonly PaletteItem[], typed: string): PaletteSection[] {
  const ranked = groups.flatMap((group) => {
    const own = items.filter((item) => item.group === group);
    if (own.length === 0) return [];
    if (!typed.trim()) return [{ group, items: own, best: 0 }];
    const scored = own.map((item) => ({ item, score: fit(item.label, typed) })).sort((a, b) => b.score - a.score);
    return [{ group, items: scored.map(({ item }) => item), best: scored[0]!.score }];
  });
  return ranked.sort((a, b) => b.best - a.best);
}
