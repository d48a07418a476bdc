import { StringTable } from '../strings/table.ts';
import { en } from './strings/en.ts';

export const activityTexts = new StringTable(en, {
  de: async () => (await import('./strings/de.ts')).de,
  ar: async () => (await import('./strings/ar.ts')).ar,
});

export type ActivityText = keyof typeof en & string;

export type TranslateActivity = (key: ActivityText, values?: Record<string, string | number>) => string;
