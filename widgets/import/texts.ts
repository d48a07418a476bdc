import { StringTable } from '../strings/table.ts';
import { en } from './strings/en.ts';

export const importTexts = new StringTable(en, {
  de: async () => (await import('./strings/de.ts')).de,
  ar: async () => (await import('./strings/ar.ts')).ar,
});

export type ImportText = keyof typeof en & string;

export type TranslateImport = (key: ImportText, values?: Record<string, string | number>) => string;

/** Whether a text of this name exists: the server knows more fields and reasons than have words of their own. */
export const isImportText = (key: string): key is ImportText => Object.hasOwn(en, key);
