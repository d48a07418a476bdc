import { defineErrors } from '../platform/problem.ts';

export const errors = defineErrors({
  client_not_found: { status: 422, title: 'There is no such client' },
  email_taken: { status: 409, title: 'Another client has this e-mail address' },
  not_deleted: { status: 409, title: 'It is not deleted' },
  merged: { status: 409, title: 'The client was merged into another: undo the merge instead' },
  merge_impossible: { status: 409, title: 'These clients can not be merged' },
  merge_final: { status: 409, title: 'The merge can not be undone' },
  merge_not_found: { status: 422, title: 'There is no such merge' },
});
