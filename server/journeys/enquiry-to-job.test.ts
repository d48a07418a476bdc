import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AllozaError, createClient } from '@alloza/sdk';
import { startTestServer, type TestServer } from '../platform/testing.ts';
import { openStudio } from '../platform/testing-studio.ts';

let server: TestServer;
let alloza: ReturnType<typeof createClient>;
before(async () => {
  server = await startTestServer();
  const { secretKey } = await openStudio(server);
  alloza = createClient({ secretKey, baseUrl: server.url });
});
after(() => server.stop());

test('an enquiry becomes a job with its tasks; the day moves and they with it; another enquiry joins the same client', async () => {
  const { lead } = await alloza.leads.create({
    name: 'Ana Ruiz',
    email: 'Ana.Ruiz@Example.com',
    projectType: 'Wedding',
    eventDate: '2031-06-14',
    place: 'Stechlinsee',
  });
  const { clientId, projectId } = await alloza.leads.convert(lead!.id, {});
  const template = await alloza.taskTemplates.create({
    name: 'Wedding',
    items: [
      { title: 'Plan the day', dueRule: { days: -30, from: 'mainDate' } },
      { title: 'Deliver the gallery', dueRule: { days: 42, from: 'mainDate' } },
    ],
  });
  const { items } = await alloza.projects.applyTaskTemplate(projectId, { templateId: template.id });
  assert.deepEqual(
    items.map(({ dueOn }) => dueOn),
    ['2031-05-15', '2031-07-26'],
  );

  const project = await alloza.projects.get(projectId);
  const { stages } = await alloza.projectPipeline.get();
  const booked = stages.find(({ meaning }) => meaning === 'booked')!;
  await alloza.projects.move(projectId, { to: 'stage', stageId: booked.id });
  await assert.rejects(
    alloza.projects.update(projectId, { title: 'Stale' }, { ifMatch: project.version }),
    (error) => error instanceof AllozaError && error.code === 'version_stale',
  );
  const dates = [{ label: 'Wedding', date: '2031-06-21', place: 'Stechlinsee' }];
  await alloza.projects.update(projectId, { dates }, { ifMatch: project.version + 1 });
  const open = await alloza.tasks.list({ projectId, done: false }).toArray();
  assert.deepEqual(
    open.map(({ title, dueOn }) => `${title} ${dueOn}`),
    ['Plan the day 2031-05-22', 'Deliver the gallery 2031-08-02'],
  );

  const again = await alloza.leads.create({ name: 'Ana', email: 'ana.ruiz@example.com', projectType: 'Family' });
  assert.equal(again.lead!.knownClientId, clientId);
  const second = await alloza.leads.convert(again.lead!.id, {});
  assert.equal(second.clientId, clientId);
  const jobs = await alloza.projects.list({ clientId }).toArray();
  assert.deepEqual(
    jobs.map(({ title }) => title),
    ['Ana – Family', 'Ana Ruiz – Wedding'],
  );
  const told = (await alloza.clients.timeline(clientId, { limit: 100 }).toArray()).map(
    ({ subject, action }) => `${subject.split('_')[0]} ${action}`,
  );
  for (const entry of ['lead converted', 'cli created', 'proj moved', 'proj updated', 'task created', 'task updated'])
    assert.ok(told.includes(entry), `${entry} is not in ${told}`);
});
