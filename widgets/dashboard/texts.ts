import { StringTable } from '../strings/table.ts';
import { en } from './strings/en.ts';

export const dashboardTexts = new StringTable(en, {
  de: async () => (await import('./strings/de.ts')).de,
  ar: async () => (await import('./strings/ar.ts')).ar,
});
