import { StringTable } from '../../strings/table.ts';
import { common } from '../strings/en.ts';
import { record } from './strings/en.ts';

const en = { ...common, ...record } as const;

/** The texts of what stands in more than one room; each room's own table has them too. */
export const recordTexts = new StringTable(en, {
  de: async () => {
    const [own, shared] = await Promise.all([import('./strings/de.ts'), import('../strings/de.ts')]);
    return { ...shared.common, ...own.record };
  },
  ar: async () => {
    const [own, shared] = await Promise.all([import('./strings/ar.ts'), import('../strings/ar.ts')]);
    return { ...shared.common, ...own.record };
  },
});

export type RecordText = keyof typeof en;

export type TranslateRecord = (key: RecordText, values?: Record<string, string | number>) => string;
