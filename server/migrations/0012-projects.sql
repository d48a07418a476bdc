-- Who and what an event is about, so that streams and lists can be narrowed to it.
alter table events add column client_id uuid, add column project_id uuid;
create index events_by_client on events (workspace_id, client_id, sequence) where client_id is not null;
create index events_by_project on events (workspace_id, project_id, sequence) where project_id is not null;

create table project_pipelines (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  version integer not null default 1,
  primary key (workspace_id, id),
  unique (workspace_id)
);
select protect('project_pipelines');

create table project_stages (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  name text not null,
  meaning text not null check (meaning in ('draft', 'booked', 'in_production', 'delivered', 'closed')),
  position integer not null,
  primary key (workspace_id, id)
);
select protect('project_stages');

-- What people call the days of a job and where they take place.
create function date_words(dates jsonb) returns text language sql immutable parallel safe
  as $$ select coalesce(string_agg(concat_ws(' ', day ->> 'label', day ->> 'place'), ' '), '') from jsonb_array_elements(dates) day $$;

create table projects (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  title text not null,
  -- Names of its clients, kept beside the links for searching alone.
  client_names text not null default '',
  status text not null check (status in ('draft', 'booked', 'in_production', 'delivered', 'closed', 'postponed', 'cancelled')),
  stage_id uuid not null,
  project_type text,
  description text,
  dates jsonb not null default '[]',
  main_date date,
  value_amount bigint,
  value_currency text,
  tags text[] not null default '{}',
  cancel_reason text,
  archived_at timestamptz,
  last_activity_at timestamptz not null,
  custom jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  version integer not null default 1,
  -- Undated ones come last in the order of dates, and one comparison finds the place in it.
  sort_date date not null generated always as (coalesce(main_date, date 'infinity')) stored,
  search tsvector generated always as (to_tsvector('simple',
    'w' || replace(workspace_id::text, '-', '') || ' ' || fold(
      title || ' ' || client_names || ' ' || coalesce(project_type, '') || ' ' || date_words(dates)))) stored,
  primary key (workspace_id, id),
  foreign key (workspace_id, stage_id) references project_stages (workspace_id, id),
  check ((status = 'cancelled') = (cancel_reason is not null)),
  check ((value_amount is null) = (value_currency is null))
);
create index projects_by_stage on projects (workspace_id, stage_id, id) where deleted_at is null and archived_at is null;
create index projects_by_status on projects (workspace_id, status, id) where deleted_at is null and archived_at is null;
create index projects_by_date on projects (workspace_id, sort_date, id) where deleted_at is null and archived_at is null;
create index projects_archived on projects (workspace_id, id) where deleted_at is null and archived_at is not null;
create index projects_deleted on projects (workspace_id, deleted_at) where deleted_at is not null;
create index projects_search on projects using gin (search);
select protect('projects', system => true);

create table project_clients (
  workspace_id uuid not null,
  project_id uuid not null,
  client_id uuid not null,
  position integer not null,
  primary key (workspace_id, project_id, client_id),
  foreign key (workspace_id, project_id) references projects (workspace_id, id) on delete cascade,
  foreign key (workspace_id, client_id) references clients (workspace_id, id) on delete cascade
);
create index project_clients_by_client on project_clients (workspace_id, client_id, project_id);
select protect('project_clients');

create table project_members (
  workspace_id uuid not null,
  project_id uuid not null,
  member_id uuid not null,
  position integer not null,
  primary key (workspace_id, project_id, member_id),
  foreign key (workspace_id, project_id) references projects (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references members (workspace_id, id) on delete cascade
);
create index project_members_by_member on project_members (workspace_id, member_id, project_id);
select protect('project_members');

create table tasks (
  workspace_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  title text not null,
  due_on date,
  due_days integer,
  due_from text check (due_from in ('mainDate', 'created')),
  assignee_id uuid,
  done_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  sort_due date not null generated always as (coalesce(due_on, date 'infinity')) stored,
  primary key (workspace_id, id),
  foreign key (workspace_id, project_id) references projects (workspace_id, id) on delete cascade,
  foreign key (workspace_id, assignee_id) references members (workspace_id, id) on delete set null (assignee_id),
  check ((due_days is null) = (due_from is null))
);
create index tasks_by_project on tasks (workspace_id, project_id, sort_due, id);
create index tasks_by_due on tasks (workspace_id, sort_due, id);
create index tasks_open_by_due on tasks (workspace_id, sort_due, id) where done_at is null;
create index tasks_by_assignee on tasks (workspace_id, assignee_id, sort_due, id) where assignee_id is not null;
select protect('tasks');

create table task_templates (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  name text not null,
  items jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  primary key (workspace_id, id)
);
select protect('task_templates');

-- As for leads: `@@` is not leakproof, so only a definer function reaches the index.
create function search_projects(q text, most integer default 2000) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public as $$
  with found as materialized (
    select p.id, p.workspace_id from public.projects p
     where p.search @@ to_tsquery('simple',
             'w' || replace(public.current_workspace()::text, '-', '') ||
             coalesce(' & ' || nullif((select string_agg(word || ':*', ' & ') from regexp_split_to_table(trim(public.fold(q)), ' +') word where word <> ''), ''), ''))
  )
  select id from found where workspace_id = public.current_workspace() order by id desc limit most
$$;
grant select on projects to alloza_definer;
create policy through_functions on projects for select to alloza_definer using (true);

-- What an enquiry became, and whether that was new; the answer of `leads.convert` for ever after.
alter table leads
  add column client_id uuid,
  add column project_id uuid,
  add column made_client boolean,
  add column made_project boolean,
  add foreign key (workspace_id, client_id) references clients (workspace_id, id) on delete set null (client_id),
  add foreign key (workspace_id, project_id) references projects (workspace_id, id) on delete set null (project_id);
create index leads_by_client on leads (workspace_id, client_id) where client_id is not null;
create index leads_by_project on leads (workspace_id, project_id) where project_id is not null;
