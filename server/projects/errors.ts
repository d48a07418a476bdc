import { defineErrors } from '../platform/problem.ts';

export const errors = defineErrors({
  stage_not_found: { status: 422, title: 'There is no such stage' },
  client_not_found: { status: 422, title: 'There is no such client' },
  member_not_found: { status: 422, title: 'There is no such member' },
  project_not_found: { status: 422, title: 'There is no such project' },
  task_template_not_found: { status: 422, title: 'There is no such task template' },
  stage_in_use: { status: 409, title: 'The stage is not empty' },
  not_deleted: { status: 409, title: 'It is not deleted' },
  invalid_transition: { status: 409, title: 'It can not go there from its state' },
});
