import { StringTable } from '../strings/table.ts';
import { en } from './strings/en.ts';

export const clientTexts = new StringTable(en, {
  de: async () => (await import('./strings/de.ts')).de,
  ar: async () => (await import('./strings/ar.ts')).ar,
});

export type ClientText = keyof typeof en & string;

export type TranslateClient = (key: ClientText, values?: Record<string, string | number>) => string;
