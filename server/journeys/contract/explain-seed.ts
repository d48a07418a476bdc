import type pg from 'pg';
import { newId } from '../../platform/ids.ts';
import { aProjectOf, type SeededProjects, seedImports, seedProjects } from './explain-seed-projects.ts';

export interface Seeded extends SeededProjects {
  workspaceId: string;
  stageId: string;
  formId: string;
  leadId: string;
  changeId: string;
  userId: string;
  email: string;
}

const workspaceCount = 20;
const leadsEach = 1000;

/** What looks like a value encrypted with the key `k1`. */
const sealed = "'\\x01026b31'::bytea || sha256(random()::text::bytea)";

/**
 * Twenty studios with a thousand leads each, among five thousand without any: about 20,000 leads and notes, 40,000
 * changes, 60,000 events and 20,000 mails, analyzed. Answers what one of the studios holds.
 */
export async function seedPlans(owner: pg.Pool): Promise<Seeded> {
  const run = (text: string, values: unknown[] = []) => owner.query(text, values);
  const ids = Array.from({ length: workspaceCount }, () => newId());
  await run(
    `
    insert into workspaces (id, name, slug, mode, twin_id, time_zone, locale, currency, accent, radius, sender_name, reply_to, notification_email, created_at, updated_at)
    select id, 'W', 'studio-' || id, 'live', id, 'UTC', 'en', 'EUR', '#000000', 0, 'W', 'a@example.com', 'a@example.com', now(), now()
      from (select unnest($1::uuid[]) as id union all select gen_random_uuid() from generate_series(1, 5000)) w`,
    [ids],
  );
  await run(`
    insert into users (id, name, email, created_at, updated_at)
    select gen_random_uuid(), 'U', 'user-' || n || '@example.com', now(), now() from generate_series(1, 5000) n`);
  await run(`
    insert into sessions (id, user_id, token_hash, device, network_hash, created_at, last_seen_at, expires_at)
    select gen_random_uuid(), id, sha256(id::text::bytea), 'D', 'n' || row_number() over (), now(), now(), now() + interval '30 days' from users`);
  await run(`
    insert into members (workspace_id, id, user_id, role, created_at)
    select w.id, gen_random_uuid(), u.id, 'owner', now()
      from (select id, row_number() over () as n from workspaces) w join (select id, row_number() over () as n from users) u using (n)`);
  await run(`
    insert into api_keys (workspace_id, id, kind, name, key_hash, value, hint, created_at, updated_at)
    select id, gen_random_uuid(), 'publishable', 'K', sha256(id::text::bytea), id::text, 'h', now(), now() from workspaces`);
  await run(`
    insert into invitations (workspace_id, id, email, role, own_jobs_only, sees_money, invited_by, token_hash, created_at, expires_at)
    select w.id, gen_random_uuid(), 'guest-' || n || '@example.com', 'member', false, true, 'U', sha256((w.id::text || n)::bytea), now(),
           now() + n * interval '1 hour'
      from workspaces w, generate_series(1, 2) n`);
  await run(`
    insert into files (workspace_id, id, purpose, name, content_type, size, bytes, created_at)
    select id, gen_random_uuid(), 'logo', 'f', 'image/png', 4, '\\x00000000', now() from workspaces`);
  await run(
    `
    insert into lead_forms (workspace_id, id, name, title, submit_label, fields, consent, thanks, auto_reply, created_at, updated_at)
    select w, gen_random_uuid(), 'F', 'F', 'Send', '[]', '{}', '{}', '{}', now(), now() from unnest($1::uuid[]) w, generate_series(1, 8)`,
    [ids],
  );
  await run(
    'insert into lead_pipelines (workspace_id, id, lost_reasons) select w, gen_random_uuid(), array[]::text[] from unnest($1::uuid[]) w',
    [ids],
  );
  await run(
    `
    insert into lead_stages (workspace_id, id, name, meaning, position)
    select w, gen_random_uuid(), m, m, p from unnest($1::uuid[]) w, unnest(array['new', 'contacted', 'consulting', 'proposed']) with ordinality as s(m, p)`,
    [ids],
  );
  await run(
    `
    insert into leads (workspace_id, id, form_id, name, email, message, source, status, lost_reason, stage_id, last_activity_at, created_at, updated_at, deleted_at)
    select w, gen_random_uuid(), forms.ids[1 + n % 8], 'Name ' || md5(w::text || n), 'lead-' || n || '@example.com',
           'Words ' || md5(n::text), '{}', case when n % 10 < 6 then 'open' when n % 10 < 8 then 'won' when n % 10 = 8 then 'lost' else 'spam' end,
           case when n % 10 = 8 then 'Budget' end, stages.ids[1 + n % 4], now(), now() - n * interval '1 hour', now(),
           case when n % 50 = 0 then now() - interval '40 days' end
      from unnest($1::uuid[]) w
      cross join lateral (select array_agg(id) as ids from lead_stages where workspace_id = w) stages
      cross join lateral (select array_agg(id) as ids from lead_forms where workspace_id = w) forms
      cross join generate_series(1, ${leadsEach}) n`,
    [ids],
  );
  await run(`
    insert into notes (workspace_id, id, subject_noun, subject_id, body, author, created_at, updated_at)
    select workspace_id, gen_random_uuid(), 'lead', id, 'A note', '{}', now(), now() from leads`);
  await run(`
    insert into changes (workspace_id, id, subject_noun, subject_id, action, actor, fields, at)
    select workspace_id, gen_random_uuid(), case when random() < 0.01 then 'leadForm' else 'lead' end, id, 'updated',
           jsonb_build_object('id', 'user_' || (random() * 50)::int), '[]', now() - random() * interval '300 days'
      from leads, generate_series(1, 2)`);
  await run(`
    insert into events (workspace_id, id, sequence, type, data, actor, lead_id, created_at)
    select workspace_id, gen_random_uuid(), row_number() over (partition by workspace_id), case when random() < 0.01 then 'lead.won' else 'lead.updated' end,
           '{}', '{}', id, now() from leads, generate_series(1, 3)`);
  await run(`
    insert into mails (workspace_id, id, template, recipient, data, secrets, subject_id, status, sent_at, created_at)
    select workspace_id, gen_random_uuid(), 'lead.thanks', email, '{}', case when random() < 0.01 then ${sealed} end, id, 'sent', now(), now() from leads`);
  await run(`
    insert into idempotency_keys (workspace_id, scope, key_hash, request_hash, status, answer, created_at)
    select workspace_id, 's', sha256(id::text::bytea), '', 201, '', now() - (random() * 25) * interval '1 hour' from leads`);
  await run(`
    insert into spent_proofs (workspace_id, proof_hash, expires_at)
    select workspace_id, sha256(id::text::bytea), now() + (random() - 0.02) * interval '1 hour' from leads`);
  await run(`
    insert into account_tokens (id, purpose, email, token_hash, payload, created_at, expires_at)
    select gen_random_uuid(), 'reset', email, sha256(id::text::bytea), case when random() < 0.05 then ${sealed} end, now(), now() + (random() - 0.02) * interval '1 hour' from users`);
  await run(`
    insert into invitations (workspace_id, id, email, role, own_jobs_only, sees_money, invited_by, token_hash, created_at, expires_at)
    select id, gen_random_uuid(), 'guest@example.com', 'member', false, true, 'U', sha256(id::text::bytea), now(), now() + (random() - 0.02) * interval '7 days' from workspaces`);
  await run(`
    insert into access_log (workspace_id, at, ip, method, path, status, duration_ms, request_id)
    select workspace_id, now() - (random() * 91) * interval '1 day', '10.0.0.1', 'GET', '/', 200, 1, 'r' from leads`);
  const withJobs = ids.slice(0, 8);
  await seedProjects(owner, withJobs);
  await seedImports(owner, withJobs);
  await run('analyze');
  const { rows } = await run(
    `select l.workspace_id as "workspaceId", stage_id as "stageId", form_id as "formId", l.id as "leadId",
            (select c.id from changes c where c.workspace_id = l.workspace_id limit 1) as "changeId", m.user_id as "userId", u.email
       from leads l join members m using (workspace_id) join users u on u.id = m.user_id
      where l.workspace_id = any($1) and status = 'open' and deleted_at is null limit 1`,
    [withJobs],
  );
  return { ...rows[0], ...(await aProjectOf(owner, rows[0].workspaceId)) };
}
