import { defineErrors } from '../platform/problem.ts';

export const errors = defineErrors({
  token_invalid: { status: 409, title: 'The link is not valid any more' },
  password_missing: { status: 409, title: 'The account needs a password first' },
  password_wrong: { status: 422, title: 'The password does not fit' },
  key_revoked: { status: 409, title: 'The key was revoked' },
  only_sign_in: { status: 409, title: 'The account needs another way to sign in first' },
  slug_taken: { status: 409, title: 'Another studio has this address' },
  file_not_found: { status: 422, title: 'There is no such logo file' },
});
