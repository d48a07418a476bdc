import { StringTable } from '../../strings/table.ts';
import { en } from './en.ts';

export type AuthText = keyof typeof en & string;

export const authTexts = new StringTable(en, {
  de: async () => (await import('./de.ts')).de,
  ar: async () => (await import('./ar.ts')).ar,
});
