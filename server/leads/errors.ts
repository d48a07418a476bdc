import { defineErrors } from '../platform/problem.ts';

export const errors = defineErrors({
  form_not_found: { status: 422, title: 'There is no such form' },
  stage_not_found: { status: 422, title: 'There is no such stage' },
  last_form: { status: 409, title: 'The last form can not be deleted' },
  stage_in_use: { status: 409, title: 'The stage still has open leads' },
  not_deleted: { status: 409, title: 'The lead is not deleted' },
  invalid_transition: { status: 409, title: 'The lead can not go there from its state' },
});
