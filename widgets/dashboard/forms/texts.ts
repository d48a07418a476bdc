import { StringTable } from '../../strings/table.ts';
import { en } from './strings/en.ts';

export const formTexts = new StringTable(en, {
  de: async () => (await import('./strings/de.ts')).de,
  ar: async () => (await import('./strings/ar.ts')).ar,
});

export type FormText = keyof typeof en & string;

export type TranslateForm = (key: FormText, values?: Record<string, string | number>) => string;
