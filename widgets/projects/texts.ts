import { StringTable } from '../strings/table.ts';
import { en } from './strings/en.ts';

export const projectTexts = new StringTable(en, {
  de: async () => (await import('./strings/de.ts')).de,
  ar: async () => (await import('./strings/ar.ts')).ar,
});

export type ProjectText = keyof typeof en & string;

export type TranslateProject = (key: ProjectText, values?: Record<string, string | number>) => string;
