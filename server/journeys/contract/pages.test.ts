import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestServer, type TestServer } from '../../platform/testing.ts';
import { openStudio, type Studio } from '../../platform/testing-studio.ts';
import { fill } from './caller.ts';
import {
  type Call,
  fixtures,
  newClient,
  newForm,
  newKey,
  newLead,
  newProject,
  newTask,
  newTemplate,
  newView,
  type OperationId,
} from './fixtures.ts';
import { newConnection } from './fixtures-connections.ts';
import { newImport } from './fixtures-imports.ts';
import { newInvitation, newMember } from './fixtures-people.ts';

let server: TestServer;
before(async () => {
  server = await startTestServer({ TRUSTED_PROXIES: '1' });
});
after(() => server.stop());

type Add = (studio: Studio, of: Call) => Promise<unknown>;

const write = (studio: Studio, subject: string): Promise<unknown> =>
  studio.api('POST', '/v1/notes', { body: { subject, body: 'A note' } });

/** How a list gets one more row; a list that nobody adds to while it is read says so. */
const adds: Partial<Record<OperationId, Add | 'fixed'>> = {
  'sessions.list': (studio) => fixtures['sessions.revoke'](studio) as Promise<unknown>,
  'workspaces.list': (studio) => studio.api('POST', '/v1/workspaces', { body: { name: 'One more' } }),
  'apiKeys.list': (studio) => newKey(studio),
  'changes.list': (studio) => newClient(studio),
  'notes.list': (studio, { query }) => write(studio, query!.subject!),
  'leadForms.list': (studio) => newForm(studio),
  'leads.list': (studio) => newLead(studio),
  'leads.timeline': (studio, { path }) => write(studio, path!.leadId!),
  'events.list': (studio) => newLead(studio),
  'clients.list': (studio) => newClient(studio),
  'clients.duplicates': (studio) => newClient(studio),
  'clients.timeline': (studio, { path }) => write(studio, path!.clientId!),
  'savedViews.list': (studio) => newView(studio),
  'projects.list': (studio) => newProject(studio),
  'projects.timeline': (studio, { path }) => write(studio, path!.projectId!),
  'tasks.list': (studio) => newTask(studio),
  'taskTemplates.list': (studio) => newTemplate(studio),
  'imports.list': (studio) => newImport(studio),
  'imports.rows': 'fixed',
  'members.list': (studio) => newMember(studio),
  'connections.list': (studio) => newConnection(studio),
  'invitations.list': (studio) => newInvitation(studio),
};

interface Row {
  id?: string;
  [name: string]: unknown;
}

/** What makes a row the one it is, for those without an id of their own. */
const nameOf = ({ id, ...row }: Row): string => id ?? JSON.stringify(row.provider ?? row.rowNumber ?? row);

test('every list meets every row once in every order, whatever is added while its pages are read', async (t) => {
  const { operations, document } = server.app.layer.contract;
  const lists = operations.filter(
    ({ path, method }) => document.paths[path]![method.toLowerCase()]?.['x-alloza-paginated'],
  );
  assert.deepEqual(lists.map(({ id }) => id).toSorted(), Object.keys(adds).toSorted());
  for (const { id, path, parameters } of lists) {
    const add = adds[id as OperationId]!;
    const grow = async (studio: Studio, call: Call) => add !== 'fixed' && (await add(studio, call));
    const { enum: orders = [''] } = (parameters.find(({ name }) => name === 'order')?.schema ?? {}) as {
      enum?: string[];
    };
    for (const order of orders) {
      await t.test(`${id} ${order}`, async () => {
        const studio = await openStudio(server);
        const call = await fixtures[id as OperationId](studio);
        for (let made = 0; made < 4; made++) await grow(studio, call);
        const read = async (limit: number, after?: string) => {
          const query = { ...call.query, ...(order && { order }), ...(after && { after }), limit: String(limit) };
          const page = await studio.api('GET', `${fill(path, call.path)}?${new URLSearchParams(query)}`);
          assert.equal(page.status, 200);
          return page.body as { items: Row[]; next: string | null };
        };
        const there = (await read(100)).items.map(nameOf);
        const met: string[] = [];
        for (let after: string | null | undefined; after !== null; ) {
          const { items, next } = await read(2, after);
          assert.ok(items.length <= 2);
          met.push(...items.map(nameOf));
          after = met.length > 60 ? null : next;
          if (met.length < 8) await grow(studio, call);
        }
        assert.equal(new Set(met).size, met.length, 'no row is met twice');
        assert.deepEqual(
          there.filter((row) => !met.includes(row)),
          [],
          'no row is missed',
        );
        assert.deepEqual(
          met.filter((row) => there.includes(row)),
          there,
          'the order stays',
        );
      });
    }
  }
});
