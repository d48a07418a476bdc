import { expect, waitUntil } from '@open-wc/testing';
import { deepActive, mount, slug, useTestClock } from '../app/testing/mount.ts';
import { Responder } from '../app/testing/responder.ts';

function signedOut(): Responder {
  const responder = new Responder();
  responder.signedIn = false;
  return responder;
}

describe('<alloza-dashboard>', () => {
  useTestClock();

  it('asks who is not signed in to sign in, and returns to the same address', async () => {
    const app = await mount(`/app/${slug}/leads?view=table`, { responder: signedOut() });
    await app.find('h1', 'Sign in');
    expect(app.navigator.query.get('next')).to.equal(`/app/${slug}/leads?view=table`);
    await app.type('#email', 'lena@lumenandoak.example');
    await app.type('#password', 'correct horse');
    (await app.find('button.primary', 'Sign in')).click();
    await app.find('alloza-lead-table');
    expect(app.navigator.here).to.equal(`/app/${slug}/leads?view=table`);
    const [request] = app.responder.asked('POST /auth/callback/credentials');
    expect(request!.headers.get('x-auth-return-redirect')).to.equal('1');
    expect(request!.body).to.deep.equal({ email: 'lena@lumenandoak.example', password: 'correct horse' });
  });

  it('never follows a return address outside of itself', async () => {
    const app = await mount('/app/sign-in?next=//evil.example/app', { responder: signedOut() });
    await app.type('#email', 'lena@lumenandoak.example');
    await app.type('#password', 'correct horse');
    (await app.find('button.primary', 'Sign in')).click();
    await app.find('alloza-app-today');
    expect(app.navigator.here).to.equal(`/app/${slug}`);
  });

  it('says that e-mail and password do not match, and when there were too many attempts', async () => {
    const app = await mount('/app/sign-in', { responder: signedOut() });
    await app.type('#email', 'lena@lumenandoak.example');
    await app.type('#password', 'wrong password');
    (await app.find('button.primary')).click();
    await app.find('[role=alert]', 'don’t match an account');
    app.responder.fail('POST /auth/callback', { status: 429, code: 'rate_limited' });
    (await app.find('button.primary')).click();
    await app.find('[role=alert]', 'Too many attempts');
  });

  it('offers Google where the server can ask it, and says when it can not just now', async () => {
    const without = await mount('/app/sign-in', { responder: signedOut() });
    await without.find('button.primary', 'Sign in');
    expect(without.all('button').filter(({ textContent }) => textContent?.includes('Google'))).to.have.length(0);
    for (const page of ['sign-in', 'register']) {
      const app = await mount(`/app/${page}?next=/app/${slug}/leads`, { responder: signedOut() });
      app.dashboard.googleSignIn = true;
      (await app.find('button', 'Continue with Google')).click();
      await app.find('[role=alert]', 'Google could not tell us');
      expect(app.responder.asked('POST /auth/signin/google')[0]!.body).to.deep.equal({ next: `/app/${slug}/leads` });
    }
  });

  it('explains why Google let nobody in, and links it with the password', async () => {
    for (const [reason, text] of Object.entries({
      denied: 'You cancelled',
      expired: 'took too long',
      failed: 'could not tell us',
      taken: 'Another Google account',
    })) {
      const app = await mount(`/app/sign-in?google=${reason}`, { responder: signedOut() });
      await app.find('[role=alert]', text);
    }
    const app = await mount('/app/sign-in?google=unproven#email=lena%40lumenandoak.example&link=abc', {
      responder: signedOut(),
    });
    await app.find('[role=alert]', 'does not vouch for lena@lumenandoak.example');
    await app.type('#password', 'correct horse');
    (await app.find('button.primary', 'Sign in')).click();
    await app.find('alloza-app-today');
    const [request] = app.responder.asked('POST /auth/callback/credentials');
    expect(request!.body).to.deep.equal({
      email: 'lena@lumenandoak.example',
      password: 'correct horse',
      link: 'abc',
    });
  });

  it('leads to sign-in when the session ends while working', async () => {
    const app = await mount(`/app/${slug}/leads`);
    await app.find('.card');
    app.responder.signedIn = false;
    (await app.find('.card')).focus();
    app.press(' ');
    app.press('ArrowRight');
    app.press(' ');
    await app.find('h1', 'Sign in');
    expect(app.navigator.query.get('next')).to.equal(`/app/${slug}/leads`);
  });

  it('opens the studio used last, by its own address', async () => {
    const app = await mount('/app');
    await app.find('h1', 'Good morning, Lena');
    expect(app.navigator.here).to.equal(`/app/${slug}`);
  });

  it('goes back and forward through its places', async () => {
    const app = await mount(`/app/${slug}/leads`);
    await app.find('.card');
    (await app.find('.card')).click();
    await app.find('alloza-lead-sheet');
    app.place.back();
    await waitUntil(() => app.all('alloza-lead-sheet').length === 0);
    expect(app.all('alloza-lead-board').length).to.equal(1);
  });

  it('marks the test studio and switches between live and test', async () => {
    const app = await mount(`/app/${slug}-test/leads`, { mode: 'test' });
    await app.find('.strip.test', 'nothing here reaches real clients');
    (await app.find('.studio')).click();
    await app.find('[role=menuitem]', 'Switch to the live studio');
  });

  it('goes to pages by pairs of keys, but not while typing', async () => {
    const app = await mount(`/app/${slug}`);
    await app.find('h1');
    app.press('g');
    app.press('l');
    await app.find('alloza-leads');
    (await app.find('#search')).focus();
    app.press('g');
    app.press('t');
    await app.settled();
    expect(app.navigator.route.name).to.equal('leads');
  });

  it('lists the shortcuts that work here', async () => {
    const app = await mount(`/app/${slug}/leads`);
    await app.find('.card');
    app.press('?');
    const list = await app.find('dl');
    expect(list.textContent).to.contain('Create a lead').and.to.contain('Search leads');
  });

  it('signs out and shows nothing of the studio any more', async () => {
    const app = await mount(`/app/${slug}`);
    await app.find('h1', 'Good morning');
    app.all<HTMLElement>('.studio').at(-1)!.click();
    (await app.find('[role=menuitem]', 'Sign out')).click();
    await app.find('h1', 'Sign in');
    expect(app.responder.asked('POST /auth/signout').length).to.equal(1);
    expect(app.all('.shell')).to.deep.equal([]);
  });

  it('remembers appearance and language for this browser', async () => {
    const app = await mount(`/app/${slug}`);
    await app.find('h1');
    app.all<HTMLElement>('.studio').at(-1)!.click();
    (await app.find('[role=menuitemradio]', 'العربية')).click();
    await waitUntil(() => getComputedStyle(app.all('.shell')[0]!).direction === 'rtl');
    expect(localStorage.getItem('alloza.language')).to.equal('ar');
    localStorage.clear();
  });

  it('tells of a page that does not exist', async () => {
    const app = await mount('/app/nobody/leads');
    await app.find('.empty', 'no such page');
  });

  it('shows a failure with its request number and tries again', async () => {
    const responder = new Responder();
    responder.fail('GET /v1/workspace', { status: 403, code: 'forbidden' });
    const app = await mount(`/app/${slug}`, { responder });
    await app.find('.empty', 'Not open to you');
    expect((await app.find('.empty')).textContent).to.contain('req_01test');
  });

  describe('registration and passwords', () => {
    it('registers and always says the same', async () => {
      const app = await mount('/app/register', { responder: signedOut() });
      await app.type('#name', 'Lena Hartmann');
      await app.type('#studioName', 'Lumen & Oak');
      await app.type('#email', 'lena@example.com');
      (await app.find('button.primary')).click();
      await app.find('h1', 'Check your mail');
      const [request] = app.responder.asked('POST /v1/account/register');
      const { locale, timeZone, ...typed } = request!.body as Record<string, string>;
      expect(typed).to.deep.equal({ name: 'Lena Hartmann', studioName: 'Lumen & Oak', email: 'lena@example.com' });
      expect([locale, timeZone]).to.deep.equal(['en', Intl.DateTimeFormat().resolvedOptions().timeZone]);
    });

    it('names the fields that are wrong and focuses the first', async () => {
      const app = await mount('/app/register', { responder: signedOut() });
      await app.type('#name', 'Lena');
      await app.type('#email', 'lena');
      (await app.find('button.primary')).click();
      await app.find('.error');
      expect(deepActive().id).to.equal('studioName');
      expect(app.responder.asked('POST /v1/account/register')).to.deep.equal([]);
    });

    const mailed = '/app/verify-email#token=abcdefghijklmnopqrstuvwxyz';

    it('shows what a link opens, opens it only once a password is chosen, and signs in with it', async () => {
      const app = await mount(mailed, { responder: signedOut() });
      await app.find('dd', 'lena@lumenandoak.example');
      expect(app.all('dd').map((each) => each.textContent)).to.include.members(['Lumen & Oak', 'Lena Hartmann']);
      await app.settled();
      await app.type('#password', 'short');
      (await app.find('button.primary')).click();
      await app.find('.error', 'at least 10 characters');
      expect(app.responder.asked('POST /v1/account/verify-email')).to.deep.equal([]);
      await app.type('#password', 'correct horse');
      (await app.find('button.primary')).click();
      await app.find('alloza-app-today');
      expect(app.place.url.href).to.match(/\/app\/lumen-and-oak$/);
      expect(app.responder.asked('POST /v1/account/verify-email').map(({ body }) => body)).to.deep.equal([
        { token: 'abcdefghijklmnopqrstuvwxyz', password: 'correct horse' },
      ]);
    });

    it('asks to sign in when the studio is open but signing in at once did not work', async () => {
      const responder = signedOut();
      const app = await mount(mailed, { responder });
      responder.fail('POST /auth/callback', { status: 429, code: 'rate_limited' });
      await app.type('#password', 'correct horse');
      (await app.find('button.primary')).click();
      await app.find('[role=status]', 'Your studio is open');
      (await app.find('button.primary', 'Sign in')).click();
      expect((await app.find<HTMLInputElement>('#email')).value).to.equal('lena@lumenandoak.example');
    });

    it('says that a used link does not work any more, whenever it is told', async () => {
      for (const refused of ['preview-registration', 'verify-email']) {
        const responder = signedOut();
        responder.fail(`POST /v1/account/${refused}`, { status: 409, code: 'token_invalid' });
        const app = await mount(mailed, { responder });
        if (refused === 'verify-email') {
          await app.type('#password', 'correct horse');
          (await app.find('button.primary')).click();
        }
        await app.find('[role=alert]', 'doesn’t work any more');
      }
    });

    it('says the same of a link that a mail program has cut', async () => {
      const cut = {
        status: 422,
        code: 'invalid_request',
        errors: [{ pointer: '/token', code: 'minLength', message: '' }],
      };
      for (const page of ['verify-email', 'reset-password']) {
        const responder = signedOut();
        responder.fail('POST /v1/account/preview-registration', cut);
        responder.fail('POST /v1/account/reset-password', cut);
        const app = await mount(`/app/${page}#token=cut`, { responder });
        if (page === 'reset-password') {
          await app.type('#password', 'correct horse');
          (await app.find('button.primary')).click();
        }
        await app.find('[role=alert]', 'doesn’t work any more');
      }
    });

    it('looks again when the link could not be looked at, and at the next link opened in the same tab', async () => {
      const responder = signedOut();
      responder.fail('POST /v1/account/preview-registration', { status: 403, code: 'forbidden' });
      const app = await mount('/app/verify-email#token=the-first-link-of-the-mail', { responder });
      (await app.find('button', 'Try again')).click();
      await app.find('dl');
      await app.type('#password', 'half a password');
      app.navigator.go('/app/verify-email#token=the-second-link-of-the-mail');
      await waitUntil(() => responder.asked('POST /v1/account/preview-registration').length === 3);
      await app.find('dl');
      expect((await app.find<HTMLInputElement>('#password')).value).to.equal('');
      const [, , last] = responder.asked('POST /v1/account/preview-registration');
      expect(last!.body).to.deep.equal({ token: 'the-second-link-of-the-mail' });
    });

    it('asks for a link and sets a new password', async () => {
      const app = await mount('/app/forgot-password', { responder: signedOut() });
      await app.type('#email', 'lena@example.com');
      (await app.find('button.primary')).click();
      await app.find('[role=status]', 'If lena@example.com has an account');
      app.navigator.go('/app/reset-password#token=abcdefghijklmnopqrstuvwxyz');
      await app.type('#password', 'a brand new one');
      (await app.find('button.primary')).click();
      await app.find('h1', 'Your password is set');
      expect(app.responder.asked('POST /v1/account/reset-password')[0]!.body).to.deep.equal({
        token: 'abcdefghijklmnopqrstuvwxyz',
        password: 'a brand new one',
      });
    });
  });
});
