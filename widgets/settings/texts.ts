import { StringTable } from '../strings/table.ts';
import { en } from './strings/en.ts';

export const settingsTexts = new StringTable(en, {
  de: async () => (await import('./strings/de.ts')).de,
  ar: async () => (await import('./strings/ar.ts')).ar,
});

export type SettingsText = keyof typeof en & string;

export type TranslateSettings = (key: SettingsText, values?: Record<string, string | number>) => string;
