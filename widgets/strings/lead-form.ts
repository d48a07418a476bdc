import { leadFormEn } from './lead-form.en.ts';
import { StringTable } from './table.ts';

/** The texts of `<alloza-lead-form>`: English in its bundle, the others when a page asks for them. */
export const leadFormStrings = new StringTable(leadFormEn, {
  de: async () => (await import('./lead-form.de.ts')).leadFormDe,
  ar: async () => (await import('./lead-form.ar.ts')).leadFormAr,
});
