import { defineErrors } from '../platform/problem.ts';

export const errors = defineErrors({
  subject_not_found: { status: 422, title: 'There is no such record to write a note on' },
  member_not_found: { status: 422, title: 'There is no such member' },
});
