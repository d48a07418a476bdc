import { StringTable } from '../strings/table.ts';
import { en } from './strings/en.ts';

export const leadTexts = new StringTable(en, {
  de: async () => (await import('./strings/de.ts')).de,
  ar: async () => (await import('./strings/ar.ts')).ar,
});

export type LeadText = keyof typeof en & string;

export type TranslateLead = (key: LeadText, values?: Record<string, string | number>) => string;
