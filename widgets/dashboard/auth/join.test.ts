import { expect } from '@open-wc/testing';
import { mount, slug, useTestClock } from '../../app/testing/mount.ts';
import { Responder } from '../../app/testing/responder.ts';

const token = 'abcdefghijklmnopqrstuvwxyz';
const open = (responder: Responder) => mount(`/app/join#token=${token}`, { responder });

function invited(email: string, signedIn = true): Responder {
  const responder = new Responder();
  responder.signedIn = signedIn;
  responder.invitations = [{ ...responder.invitations[0]!, email, invitedBy: 'Sara Okonkwo' }];
  return responder;
}

const lena = 'lena@lumenandoak.example';

describe('an invitation', () => {
  useTestClock();

  it('says who invites into which studio, and takes one press of whoever is signed in with its address', async () => {
    const app = await open(invited(lena));
    await app.find('p', 'Sara Okonkwo invites you to work in Lumen & Oak.');
    expect(app.responder.asked('POST /v1/invitations/accept')).to.deep.equal([]);
    (await app.find('button.primary', 'Join Lumen & Oak')).click();
    await app.find('alloza-app-today');
    expect(app.navigator.here).to.equal(`/app/${slug}`);
    expect(app.responder.asked('POST /v1/invitations/accept')[0]!.body).to.deep.equal({ token });
  });

  it('offers to switch to whoever is signed in with another address', async () => {
    const app = await open(invited('piet@example.com'));
    await app.find('.notice.warning', `You are signed in as ${lena}`);
    (await app.find('button.primary', 'Sign out and use piet@example.com')).click();
    await app.find('#name');
    expect(app.responder.signedIn).to.equal(false);
  });

  it('asks whoever has an account for the password, and no more', async () => {
    const app = await open(invited(lena, false));
    expect((await app.find<HTMLInputElement>('#password')).autocomplete).to.equal('current-password');
    expect(app.all('#name')).to.deep.equal([]);
    await app.type('#password', 'wrong horse');
    (await app.find('button.primary', 'Sign in and join')).click();
    await app.find('[role=alert]', 'don’t match an account');
    await app.type('#password', 'correct horse');
    (await app.find('button.primary')).click();
    await app.find('alloza-app-today');
    expect(app.responder.asked('POST /v1/invitations/accept')[0]!.body).to.deep.equal({ token });
  });

  it('opens an account for somebody new', async () => {
    const app = await open(invited('piet@example.com', false));
    await app.type('#password', 'correct horse');
    (await app.find('button.primary', 'Open my account')).click();
    await app.find('.error', 'Fill this in');
    await app.type('#name', 'Piet Vos');
    (await app.find('button.primary')).click();
    await app.find('alloza-app-today');
    const [accepted] = app.responder.asked('POST /v1/invitations/accept');
    expect(accepted!.body).to.deep.equal({ token, name: 'Piet Vos', password: 'correct horse' });
    const [signedIn] = app.responder.asked('POST /auth/callback/credentials');
    expect(signedIn!.body).to.deep.equal({ email: 'piet@example.com', password: 'correct horse' });
  });

  it('explains a link that is used, taken back or too old, and one that was cut', async () => {
    const responder = invited(lena);
    responder.fail('POST /v1/invitations/view', { status: 409, code: 'token_invalid' });
    const app = await open(responder);
    await app.find('[role=alert]', 'taken back');
    await (await mount('/app/join', { responder })).find('[role=alert]', 'doesn’t work any more');
  });

  it('can be taken up by Google, which leads back here with the invitation', async () => {
    for (const email of [lena, 'piet@example.com']) {
      const app = await open(invited(email, false));
      expect(app.all('.or')).to.deep.equal([]);
      app.dashboard.googleSignIn = true;
      (await app.find('button', 'Continue with Google')).click();
      await app.find('.hint', `Choose ${email} there`);
      await app.find('[role=alert]', 'Google could not tell us');
      expect(app.responder.asked('POST /auth/signin/google')[0]!.body).to.deep.equal({
        next: `/app/join#token=${token}`,
      });
    }
  });

  it('is still here when Google has let nobody in, and links Google with the password', async () => {
    const denied = await mount(`/app/join?google=denied#token=${token}`, { responder: invited(lena, false) });
    await denied.find('[role=alert]', 'You cancelled');
    const app = await mount(`/app/join?google=unproven#token=${token}&email=${encodeURIComponent(lena)}&link=abc`, {
      responder: invited(lena, false),
    });
    await app.find('[role=alert]', `Google does not vouch for ${lena}`);
    await app.type('#password', 'correct horse');
    (await app.find('button.primary', 'Sign in and join')).click();
    await app.find('alloza-app-today');
    const [request] = app.responder.asked('POST /auth/callback/credentials');
    expect(request!.body).to.deep.equal({ email: lena, password: 'correct horse', link: 'abc' });
    expect(app.responder.asked('POST /v1/invitations/accept')[0]!.body).to.deep.equal({ token });
  });

  it('shows a failure and tries again', async () => {
    const responder = invited(lena);
    responder.fail('POST /v1/invitations/view', { status: 403, code: 'forbidden' });
    const app = await open(responder);
    (await app.find('button', 'Try again')).click();
    await app.find('button.primary', 'Join Lumen & Oak');
  });
});

describe('a new address', () => {
  it('is taken on a press of the button only', async () => {
    const app = await mount(`/app/confirm-email#token=${token}`);
    await app.find('h1', 'Use your new address');
    expect(app.responder.asked('POST /v1/account/confirm-email')).to.deep.equal([]);
    (await app.find('button.primary', 'Use this address')).click();
    await app.find('[role=status]', 'Your address is changed');
    expect(app.responder.asked('POST /v1/account/confirm-email')[0]!.body).to.deep.equal({ token });
    (await app.find('button.primary', 'Go on')).click();
    await app.find('alloza-app-today');
  });

  it('explains a link that works no more', async () => {
    const responder = new Responder();
    responder.fail('POST /v1/account/confirm-email', { status: 409, code: 'token_invalid' });
    const app = await mount(`/app/confirm-email#token=${token}`, { responder });
    (await app.find('button.primary')).click();
    await app.find('[role=alert]', 'older than an hour');
  });
});
