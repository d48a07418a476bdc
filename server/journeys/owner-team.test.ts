import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { eventually } from '../platform/testing.ts';
import { accessFaults, Demo, field } from './browser.ts';

let demo: Demo;
let owner: Page;
let member: Page;
before(async () => {
  demo = await Demo.open();
  owner = await demo.newOwnerPage('/settings/team');
});
after(() => demo?.close());

const person = { email: 'noa.stern@example.com', password: 'shutters and lenses' };
const moved = 'noa@stern.example';

const mailTo = (email: string, subject: RegExp) =>
  eventually(`the mail to ${email}`, () =>
    demo.server.sandbox.mails().find((mail) => mail.to.includes(email) && subject.test(mail.subject)),
  );

const openInvitation = (email: string) => owner.getByRole('button', { name: `Take back: ${email}` });

async function invite(email: string, switches: readonly string[] = []): Promise<string> {
  await owner.getByRole('button', { name: 'Invite someone' }).click();
  await owner.getByRole('dialog', { name: /^Invite someone to/ }).waitFor();
  await field(owner, 'E-mail').fill(email);
  for (const name of switches) await owner.getByRole('checkbox', { name }).click();
  await owner.getByRole('button', { name: 'Send invitation' }).click();
  await openInvitation(email).waitFor();
  return demo.mailedLink(email, /^Join /);
}

const dead = (page: Page) => page.getByRole('heading', { name: 'This invitation doesn’t work any more' });

test('whoever is invited joins by the link of the mail, with the role and the switches chosen, and the owner sees them', async () => {
  const link = await invite(person.email, ['Only the jobs they are assigned to', 'Amounts of money']);
  member = await demo.newPage();
  await member.goto(link);
  await member.getByRole('heading', { name: /^Join Lumen & Oak/ }).waitFor();
  await member.getByText(person.email).first().waitFor();
  assert.deepEqual(await accessFaults(member), []);
  await field(member, 'Your name').fill('Noa Stern');
  await field(member, 'Password').fill(person.password);
  await member.getByRole('button', { name: 'Open my account and join' }).click();
  await member.waitForURL(demo.studioUrl(''));
  const rail = member.getByRole('navigation').first();
  await rail.getByRole('link', { name: 'Projects' }).waitFor();
  assert.equal(await rail.getByRole('link', { name: 'Leads' }).count(), 0, 'own jobs only: no enquiries');

  const row = owner.getByRole('listitem').filter({ hasText: 'Noa Stern' });
  for (const text of [person.email, 'Own jobs only', 'No money', 'Member']) await row.getByText(text).first().waitFor();
  await openInvitation(person.email).waitFor({ state: 'detached' });

  const again = await demo.newPage();
  await again.goto(link);
  await dead(again).waitFor();
  await again.context().close();
});

test('an invitation is for one address: somebody else signed in is told, joins as nobody, and one taken back is dead', async () => {
  const email = 'second.shooter@example.com';
  const link = await invite(email);
  await member.goto(link);
  await member.getByText('This invitation is for another address').waitFor();
  await member.getByText(`You are signed in as ${person.email}`).waitFor();
  assert.equal(await member.getByRole('button', { name: /^Join/ }).count(), 0);
  await openInvitation(email).click();
  await owner.getByRole('dialog', { name: /^Take the invitation/ }).waitFor();
  await owner.getByRole('button', { name: 'Take back', exact: true }).click();
  await openInvitation(email).waitFor({ state: 'detached' });
  await member.reload();
  await dead(member).waitFor();
  await member.getByRole('button', { name: 'Go to my studios' }).click();
  await member.waitForURL(demo.studioUrl(''));
});

test('a changed address is proven first; then the former one is told and every other device is signed out', async () => {
  const phone = await demo.newPersonPage(person);
  await member.goto(demo.studioUrl('/settings/account'));
  await member.getByRole('button', { name: 'Change e-mail' }).click();
  await member.getByRole('dialog', { name: 'Change e-mail' }).waitFor();
  await field(member, 'New e-mail').fill(moved);
  await field(member, 'Current password').fill('not the password');
  await member.getByRole('button', { name: 'Send me the link' }).click();
  await member.getByText('This is not your password').waitFor();
  await field(member, 'Current password').fill(person.password);
  await member.getByRole('button', { name: 'Send me the link' }).click();
  await member.getByRole('dialog', { name: 'Check your mail' }).waitFor();
  assert.match((await mailTo(person.email, /is to be changed/)).text!, /noa@stern\.example/);

  const link = await demo.mailedLink(moved, /new address/i);
  await member.goto(link);
  await member.getByRole('heading', { name: 'Use your new address' }).waitFor();
  assert.deepEqual(await accessFaults(member), []);
  await phone.reload();
  await phone.getByRole('link', { name: 'Projects' }).waitFor();
  await member.getByRole('button', { name: 'Use this address' }).click();
  await member.getByRole('heading', { name: 'Your address is changed' }).waitFor();
  await mailTo(person.email, /was changed/);
  await phone.reload();
  await field(phone, /e-mail/i).waitFor();
  await phone.goto(link);
  await phone.getByRole('button', { name: 'Use this address' }).click();
  await phone.getByRole('heading', { name: 'This link doesn’t work any more' }).waitFor();

  await member.getByRole('button', { name: 'Go on' }).click();
  await member.waitForURL(demo.studioUrl(''));
  await demo.newPersonPage({ ...person, email: moved });
  await owner.reload();
  await owner.getByRole('listitem').filter({ hasText: moved }).waitFor();
});

test('no page met an error or a refusal by its Content-Security-Policy', () => {
  assert.deepEqual(demo.problems, []);
});
