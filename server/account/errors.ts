import { defineErrors } from '../platform/problem.ts';

export const errors = defineErrors({
  token_invalid: { status: 409, title: 'The link is not valid any more' },
  password_wrong: { status: 422, title: 'The password does not fit' },
  only_sign_in: { status: 409, title: 'The account needs another way to sign in first' },
  last_owner: { status: 409, title: 'The studio needs an owner' },
  already_member: { status: 409, title: 'This person is a member already' },
  too_many_invitations: { status: 409, title: 'Too many invitations are open, or went to this address today' },
  sign_in_required: { status: 409, title: 'Sign in with the address invited first' },
  wrong_account: { status: 409, title: 'The invitation is for another address' },
  slug_taken: { status: 409, title: 'Another studio has this address' },
  file_not_found: { status: 422, title: 'There is no such logo file' },
});
