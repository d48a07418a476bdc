import { defineErrors } from '../platform/problem.ts';

export const errors = defineErrors({
  form_not_found: { status: 422, title: 'There is no such form' },
  stage_not_found: { status: 422, title: 'There is no such stage' },
  client_not_found: { status: 422, title: 'There is no such client' },
  project_not_found: { status: 422, title: 'There is no such project' },
  last_form: { status: 409, title: 'The last form can not be deleted' },
  stage_in_use: { status: 409, title: 'The stage is not empty' },
  not_deleted: { status: 409, title: 'It is not deleted' },
  invalid_transition: { status: 409, title: 'It can not go there from its state' },
});
