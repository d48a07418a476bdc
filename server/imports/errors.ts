import { defineErrors } from '../platform/problem.ts';

export const errors = defineErrors({
  csv_unreadable: { status: 422, title: 'The file can not be read as a table' },
  mapping_incomplete: { status: 409, title: 'A field that every row needs is filled by no column' },
  invalid_transition: { status: 409, title: 'It can not go there from its state' },
});
