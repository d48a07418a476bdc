import type pg from 'pg';

export interface SeededProjects {
  projectId: string;
  projectStageId: string;
  clientId: string;
  memberId: string;
  importId: string;
}

/** Gives each of these studios a thousand jobs with a client each, two tasks, and an event; every tenth has a member. */
export async function seedProjects(owner: pg.Pool, workspaceIds: string[]): Promise<void> {
  const run = (text: string) => owner.query(text, [workspaceIds]);
  await run(`
    insert into clients (workspace_id, id, kind, display_name, contacts, tags, consents, custom, last_activity_at, created_at, updated_at, deleted_at)
    select w, gen_random_uuid(), case when n % 40 = 0 then 'company' else 'person' end, 'Client ' || md5(w::text || n % 900),
           jsonb_build_array(jsonb_build_object('name', 'C', 'email', 'client-' || n || '@example.com', 'phone', '+4930' || 100000 + n % 950)),
           case when n % 30 = 0 then array['VIP', 'film'] else array['film'] end, '{}',
           jsonb_build_object('app', repeat('Words about the client. ', 40)), now(), now(), now(),
           case when n % 50 = 7 then now() - interval '40 days' end
      from unnest($1::uuid[]) w, generate_series(1, 1000) n`);
  await run(`
    insert into client_merges (workspace_id, id, survivor_id, other_id, before, after, moved, merged_at)
    select c.workspace_id, gen_random_uuid(), c.id, lag(c.id, 1, c.id) over (partition by c.workspace_id order by c.id), '{}', '{}', '[]', now()
      from clients c where c.workspace_id = any($1)`);
  await run(`
    insert into saved_views (workspace_id, id, resource, name, filter, created_at, updated_at)
    select w, gen_random_uuid(), (array['leads', 'clients', 'projects'])[1 + n % 3], 'View', '{}', now(), now()
      from unnest($1::uuid[]) w, generate_series(1, 300) n`);
  await run('insert into project_pipelines (workspace_id, id) select w, gen_random_uuid() from unnest($1::uuid[]) w');
  await run(`
    insert into project_stages (workspace_id, id, name, meaning, position)
    select w, gen_random_uuid(), m, m, p from unnest($1::uuid[]) w,
           unnest(array['draft', 'booked', 'in_production', 'delivered', 'closed']) with ordinality as s(m, p)`);
  await run(`
    insert into projects (workspace_id, id, title, description, status, stage_id, main_date, dates, last_activity_at, created_at, updated_at, archived_at, deleted_at)
    select w, gen_random_uuid(), 'Job ' || md5(w::text || n), repeat('Words about the job. ', 40), stages.meanings[1 + n % 5], stages.ids[1 + n % 5],
           case when n % 7 > 0 then current_date + n end,
           case when n % 7 > 0 then jsonb_build_array(jsonb_build_object('date', current_date + n)) else '[]' end, now(), now(), now(),
           case when n % 20 = 1 then now() end, case when n % 50 = 0 then now() - interval '40 days' end
      from unnest($1::uuid[]) w
      cross join lateral (select array_agg(id order by position) as ids, array_agg(meaning order by position) as meanings
                            from project_stages where workspace_id = w) stages
      cross join generate_series(1, 1000) n`);
  await run(`
    insert into project_clients (workspace_id, project_id, client_id, position)
    select p.workspace_id, p.id, c.id, 1
      from (select workspace_id, id, row_number() over (partition by workspace_id order by id) as n from projects) p
      join (select workspace_id, id, row_number() over (partition by workspace_id order by id) as n from clients) c using (workspace_id, n)
     where p.workspace_id = any($1)`);
  await run(`
    insert into project_members (workspace_id, project_id, member_id, position)
    select p.workspace_id, p.id, m.id, 1 from projects p join members m using (workspace_id)
     where p.workspace_id = any($1) and p.main_date is not null and (p.main_date - current_date) % 10 = 0`);
  await run(`
    insert into tasks (workspace_id, id, project_id, title, due_on, done_at, assignee_id, created_at, updated_at)
    select p.workspace_id, gen_random_uuid(), p.id, 'Task', p.main_date - n, case when n = 1 then now() end, m.member_id, now(), now()
      from projects p cross join generate_series(1, 2) n
      left join project_members m on m.workspace_id = p.workspace_id and m.project_id = p.id and n = 2
     where p.workspace_id = any($1)`);
  await run(`
    insert into record_links (workspace_id, parent_id, subject_noun, subject_id)
    select workspace_id, client_id, 'project', project_id from project_clients where workspace_id = any($1)
    union all select workspace_id, project_id, 'task', id from tasks where workspace_id = any($1)`);
  await run(`
    insert into events (workspace_id, id, sequence, type, data, actor, client_id, project_id, created_at)
    select workspace_id, gen_random_uuid(), 3000 + row_number() over (partition by workspace_id), 'project.updated', '{}', '{}',
           client_id, project_id, now() from project_clients where workspace_id = any($1)`);
  await run(`
    update leads l set client_id = pc.client_id, project_id = pc.project_id, made_client = true, made_project = true
      from (select workspace_id, id, row_number() over (partition by workspace_id order by id) as n from leads where status = 'won') won
      join (select *, row_number() over (partition by workspace_id order by project_id) as n from project_clients) pc using (workspace_id, n)
     where l.workspace_id = won.workspace_id and l.id = won.id and won.n <= 50 and l.workspace_id = any($1)`);
}

/** Gives each of these studios 400 imports, of which one has 5000 rows with every tenth wrong, and five left to do. */
export async function seedImports(owner: pg.Pool, workspaceIds: string[]): Promise<void> {
  const columns = ['displayName', 'contacts.1.email', 'contacts.1.phone', 'name', 'email', 'phone', 'title'];
  const described = columns.map((field) => ({ name: field, field, refused: false, samples: [] }));
  await owner.query(
    `insert into imports (workspace_id, id, resource, file_name, status, columns, duplicates, row_count, position, counts, created_at, updated_at)
     select w, gen_random_uuid(), 'clients', 'c.csv', 'finished', $2, 'skip', 5000, 4996, '{"create": 0, "update": 0, "skip": 0, "error": 0}', now(), now()
       from unnest($1::uuid[]) w, generate_series(1, 400)`,
    [workspaceIds, JSON.stringify(described)],
  );
  await owner.query(
    `insert into import_rows (workspace_id, import_id, row_number, cells, action, match_key, second_key, record_id, outcome, record_version)
     select i.workspace_id, i.id, n, jsonb_build_array('C', 'c' || n || '@example.com', '+4930' || 200000 + n, 'L', 'l' || n || '@example.com', '+4930' || 300000 + n, 'T' || n),
            case when n % 10 = 0 then 'error' else 'create' end, 'email:c' || n || '@example.com', 'phone:+4930' || 200000 + n,
            case when n % 10 > 0 then gen_random_uuid() end, case when n % 10 > 0 then 'done' end, 1
       from (select distinct on (workspace_id) workspace_id, id from imports order by workspace_id, id) i, generate_series(2, 5001) n
      where i.workspace_id = any($1)`,
    [workspaceIds],
  );
}

/** A job of the studio on the board, and who and what is on it. */
export async function aProjectOf(owner: pg.Pool, workspaceId: string): Promise<SeededProjects> {
  const { rows } = await owner.query<SeededProjects>(
    `select p.id as "projectId", p.stage_id as "projectStageId", pc.client_id as "clientId", pm.member_id as "memberId",
            (select import_id from import_rows r where r.workspace_id = p.workspace_id limit 1) as "importId"
       from projects p join project_clients pc on pc.workspace_id = p.workspace_id and pc.project_id = p.id
       join project_members pm on pm.workspace_id = p.workspace_id and pm.project_id = p.id
      where p.workspace_id = $1 and p.deleted_at is null and p.archived_at is null limit 1`,
    [workspaceId],
  );
  return rows[0]!;
}
