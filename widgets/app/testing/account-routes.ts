import type { Schema } from '@alloza/sdk/core';
import { iso, page, Refusal } from './answers.ts';
import type { Handler } from './handlers.ts';
import type { Responder } from './responder.ts';

/** A picture that needs no request. */
export const onePixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';

/** Sign-in, files, the account, its sessions and its studios. */
export const accountRoutes = (responder: Responder): Record<string, Handler> => ({
  'POST /auth/callback/credentials': ({ body }) => {
    const { password } = body as { password: string };
    responder.signedIn = password === 'correct horse';
    return { url: responder.signedIn ? '/app' : '/app/sign-in?error=CredentialsSignin' };
  },
  'POST /auth/signin/google': () => {
    throw new Refusal(503, 'unavailable');
  },
  'POST /auth/signout': () => {
    responder.signedIn = false;
    return { url: '/app/sign-in' };
  },
  'POST /v1/account/register': () => ({ accepted: true }),
  'POST /v1/account/request-password-reset': () => ({ accepted: true }),
  'POST /v1/account/reset-password': () => ({ accepted: true }),
  'POST /v1/account/preview-registration': () => ({
    name: responder.account.name,
    email: responder.account.email,
    studioName: responder.workspace.name,
  }),
  'POST /v1/account/verify-email': () => ({ email: responder.account.email, workspaceSlug: responder.workspace.slug }),
  'POST /v1/account/change-password': ({ body }) => {
    const { currentPassword } = body as Schema<'PasswordChange'>;
    if (currentPassword !== 'correct horse') throw new Refusal(422, 'password_wrong');
    responder.sessions = responder.sessions.filter(({ current }) => current);
    return { accepted: true };
  },
  'POST /v1/account/change-email': ({ body }) => {
    const { password } = body as Schema<'EmailChange'>;
    if (password !== 'correct horse') throw new Refusal(422, 'password_wrong');
    return { accepted: true };
  },
  'POST /v1/account/confirm-email': () => ({ accepted: true }),
  'GET /v1/account': () => {
    if (!responder.signedIn) throw new Refusal(401, 'unauthenticated');
    return responder.account;
  },
  'PATCH /v1/account': (context) => {
    responder.account = responder.patched(responder.account, context);
    return responder.account;
  },
  'GET /v1/sessions': () => page(responder.sessions),
  'DELETE /v1/sessions/*': ({ ids }) => {
    responder.sessions = responder.sessions.filter(({ id }) => id !== ids[0]);
  },
  'POST /v1/workspaces': ({ body }) => ({ ...responder.workspace, ...(body as object), slug: 'new-studio' }),
  'POST /v1/files': () => ({
    id: 'file_logo',
    purpose: 'logo',
    name: 'logo.png',
    contentType: 'image/png',
    size: 1,
    url: onePixel,
    urlExpiresAt: null,
    createdAt: iso(),
  }),
});
