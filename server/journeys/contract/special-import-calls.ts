import type { SpecialCall } from './fixtures.ts';
import { newImport } from './fixtures-imports.ts';

/** What an import may not be asked for in a state. */
export const importCalls: SpecialCall[] = (
  [
    ['imports.update', 'checking'],
    ['imports.delete', 'checking'],
    ['imports.check', 'checking'],
    ['imports.run', 'uploaded'],
    ['imports.cancel', 'uploaded'],
    ['imports.undo', 'checked'],
  ] as const
).map(([operation, state]) => ({
  operation,
  code: 'invalid_transition',
  call: async (studio) => ({
    path: { importId: await newImport(studio, state) },
    ...(operation === 'imports.update' ? { body: { duplicates: 'update' }, headers: { 'if-match': '"1"' } } : {}),
  }),
}));
importCalls.push(
  {
    operation: 'imports.create',
    code: 'csv_unreadable',
    call: () => ({
      query: { resource: 'leads' },
      raw: Uint8Array.from(Buffer.from('Name,E-mail\nAna,"ana@example.com')),
      headers: { 'content-type': 'text/csv' },
    }),
  },
  {
    operation: 'imports.check',
    code: 'mapping_incomplete',
    call: async (studio) => {
      const importId = await newImport(studio);
      const options = { body: { fields: [null, 'tags'] }, headers: { 'if-match': '"1"' } };
      await studio.api('PATCH', `/v1/imports/${importId}`, options);
      return { path: { importId } };
    },
  },
);
