import { submissionEn } from './submission.en.ts';
import { StringTable } from './table.ts';

/** The texts of sending an enquiry. */
export const submissionStrings = new StringTable(submissionEn, {
  de: async () => (await import('./submission.de.ts')).submissionDe,
  ar: async () => (await import('./submission.ar.ts')).submissionAr,
});
