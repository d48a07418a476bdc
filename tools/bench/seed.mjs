/** Fills the bench's database through the product's own code, and records which statements its requests are made of. */
import pg from 'pg';
import { createKey } from '../../server/account/api-keys.ts';
import { User } from '../../server/account/entities.ts';
import { openWorkspaces } from '../../server/account/service.ts';
import { createApp } from '../../server/app.ts';
import * as leads from '../../server/leads/service.ts';
import { readConfig } from '../../server/platform/config.ts';
import { enterWorkspace, systemActor } from '../../server/platform/context.ts';
import { noWorkspace } from '../../server/platform/database.ts';
import { newId, publicId } from '../../server/platform/ids.ts';
import { createLog } from '../../server/platform/log.ts';
import { asSystem } from '../../server/platform/tenancy.ts';
import { inUnit } from '../../server/platform/unit.ts';
import { answerQuestions } from './children.mjs';
import { record } from './record.mjs';
import { templateOf } from './replay.mjs';
import { createRequest, listRequest } from './requests.mjs';

const scopes = ['leads:read', 'leads:write', 'clients:read', 'events:read'];

answerQuestions({
  /** @returns {Promise<object[]>} the studios, each with its key and the statements of its requests */
  async seed({ ownerUrl, studios, leadsEach }) {
    const config = readConfig();
    const vendors = { mail: { send: () => Promise.reject(new Error('No mail leaves while seeding')) } };
    const app = await createApp({ config, log: createLog(config), vendors });
    const made = [];
    for (let number = 0; number < studios; number += 1) made.push(await openStudio(app, number));
    await insertLeads(ownerUrl, made, leadsEach);
    for (const studio of made) {
      // Twice, so that what differs by nature (ids, keys) is told from what is the same in every request.
      for (const [name, request] of [
        ['list', listRequest],
        ['create', createRequest],
      ]) {
        const first = await recordRequest(app, request(studio));
        studio[name] = templateOf(first, await recordRequest(app, request(studio)));
      }
    }
    await app.stop();
    return made;
  },
});

async function openStudio({ services }, number) {
  return inUnit(services, noWorkspace, systemActor, async (ctx) => {
    const email = `owner-${number}@bench.example`;
    const workspace = await asSystem(ctx, 'account.open-workspace', async () => {
      const user = { id: newId(), name: `Owner ${number}`, email, passwordHash: null, pictureUrl: null, version: 1 };
      ctx.em.persist(ctx.em.create(User, { ...user, createdAt: ctx.now, updatedAt: ctx.now }));
      await ctx.em.flush();
      return openWorkspaces(ctx, { userId: user.id, email }, { name: `Bench studio ${number}` });
    });
    await enterWorkspace(ctx, workspace.id);
    const { key } = createKey(ctx, workspace, { kind: 'secret', name: 'Bench', scopes });
    const { stages } = await leads.getPipeline(ctx);
    const form = await leads.getForm(ctx, 'default');
    return {
      workspaceId: workspace.id,
      key,
      formId: publicId('leadForm', form.id),
      storedFormId: form.id,
      stageIds: stages.map((stage) => stage.id),
    };
  });
}

/** Enquiries of the last year, of the size people write. */
async function insertLeads(ownerUrl, studios, leadsEach) {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  for (const { workspaceId, storedFormId, stageIds } of studios) {
    await client.query(
      `insert into leads (workspace_id, id, form_id, name, email, phone, project_type, event_date, place, guest_count,
         budget_min, budget_max, budget_currency, message, heard_from, answers, consent, source, status, stage_id,
         lost_reason, rating, last_activity_at, created_at, updated_at)
       select $1, uuidv7(-age), $2, 'Visitor ' || n, 'visitor-' || n || '@example.com', '+4930' || 1000000 + n,
         (array['Wedding', 'Portrait', 'Family', 'Corporate'])[1 + n % 4], current_date + n % 400, 'Lakeside House, Town ' || n % 50,
         n % 180, 150000, 320000, 'EUR',
         'We are looking for someone to be with us for the whole day. We marry by the lake, about ' || n % 180 ||
           ' guests, and would love natural pictures. Are you free on that day, and what would it cost?',
         'A friend', '[{"key":"hours","label":"How many hours?","value":"8"},{"key":"second","label":"A second shooter?","value":"Yes"}]',
         jsonb_build_object('text', 'You may keep what I write to answer me.', 'accepted', true, 'at', now() - age),
         '{"kind":"widget","pageUrl":"https://studio.example/contact","campaign":{"utm_source":"search"}}',
         case when n % 10 = 0 then 'lost' when n % 10 = 1 then 'won' else 'open' end, ($3::uuid[])[1 + n % cardinality($3::uuid[])],
         case when n % 10 = 0 then 'Budget' end, 1 + n % 5, now() - age, now() - age, now() - age
       from generate_series(1, $4::int) n, lateral (select make_interval(mins => (($4::int - n) * 500)) as age) ages`,
      [workspaceId, storedFormId, stageIds, leadsEach],
    );
  }
  await client.query('vacuum analyze');
  await client.end();
}

async function recordRequest(app, { method, path, headers, body }) {
  const { result, statements } = await record(async () => {
    const response = await app.hono.request(path, { method, headers, ...(body ? { body } : {}) });
    return { status: response.status, text: await response.text() };
  });
  if (result.status !== 200 && result.status !== 201) throw new Error(`${method} ${path}: ${result.text}`);
  return statements;
}
