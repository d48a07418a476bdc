/** What the palette offers, and what of it fits what is typed. Pure. */
import type { IconName } from '../app/icons.ts';

export interface PaletteItem {
  readonly id: string;
  readonly group: 'pages' | 'actions' | 'leads' | 'studios';
  readonly label: string;
  readonly hint?: string;
  readonly icon: IconName;
  readonly run: () => void;
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** Every typed word must begin a word of the label or hint; those that begin the label come first. */
export function matching(items: readonly PaletteItem[], typed: string): PaletteItem[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...items];
  const fits = (item: PaletteItem) => {
    const parts = plain(`${item.label} ${item.hint ?? ''}`).split(/[\s@.,/-]+/);
    return words.every((word) => parts.some((part) => part.startsWith(word)));
  };
  const leads = (item: PaletteItem) => plain(item.label).startsWith(words[0]!);
  const found = items.filter(fits);
  return [...found.filter(leads), ...found.filter((item) => !leads(item))];
}
