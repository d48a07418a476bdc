create table notes (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  subject_noun text not null,
  subject_id uuid not null,
  body text not null,
  author jsonb not null,
  custom jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  primary key (workspace_id, id)
);
create index notes_by_subject on notes (workspace_id, subject_id, id);
select protect('notes');

create table lead_forms (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  name text not null,
  title text not null,
  intro text,
  submit_label text not null,
  fields jsonb not null,
  consent jsonb not null,
  thanks jsonb not null,
  auto_reply jsonb not null,
  custom jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  version integer not null default 1,
  primary key (workspace_id, id)
);
select protect('lead_forms', system => true);

create table lead_pipelines (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  lost_reasons text[] not null,
  version integer not null default 1,
  primary key (workspace_id, id),
  unique (workspace_id)
);
select protect('lead_pipelines', system => true);

create table lead_stages (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  name text not null,
  meaning text not null check (meaning in ('new', 'contacted', 'consulting', 'proposed')),
  position integer not null,
  primary key (workspace_id, id)
);
select protect('lead_stages', system => true);

-- The texts of answers to the studio's own questions, without their keys and labels.
create function answer_texts(answers jsonb) returns text language sql immutable parallel safe
  as $$ select coalesce(string_agg(answer #>> '{}', ' '), '')
          from jsonb_path_query(answers, '$[*].value.** ? (@.type() == "string")') answer $$;

-- A telephone number and its ends without a country code of one, two or three digits: people search by those.
create function phone_words(phone text) returns text language sql immutable parallel safe
  as $$ select coalesce(phone || ' ' || substr(phone, 3) || ' ' || substr(phone, 4) || ' ' || substr(phone, 5), '') $$;

create table leads (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  form_id uuid,
  name text not null,
  email text,
  phone text,
  project_type text,
  event_date date,
  date_undecided boolean not null default false,
  date_flexible boolean not null default false,
  place text,
  guest_count integer,
  budget_min bigint,
  budget_max bigint,
  budget_currency text,
  message text,
  heard_from text,
  answers jsonb not null default '[]',
  consent jsonb,
  source jsonb not null,
  status text not null check (status in ('open', 'won', 'lost', 'spam')),
  stage_id uuid not null,
  lost_reason text,
  rating smallint check (rating between 1 and 5),
  confidence smallint check (confidence between 0 and 100),
  decide_by date,
  last_activity_at timestamptz not null,
  custom jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  version integer not null default 1,
  search tsvector generated always as (to_tsvector('simple',
    'w' || replace(workspace_id::text, '-', '') || ' ' || fold(
      name || ' ' || coalesce(email, '') || ' ' || phone_words(phone) || ' ' || coalesce(project_type, '') || ' ' ||
      coalesce(place, '') || ' ' || coalesce(message, '') || ' ' || coalesce(heard_from, '') || ' ' || answer_texts(answers)))) stored,
  primary key (workspace_id, id),
  foreign key (workspace_id, form_id) references lead_forms (workspace_id, id),
  foreign key (workspace_id, stage_id) references lead_stages (workspace_id, id),
  check ((status = 'lost') = (lost_reason is not null)),
  check ((budget_currency is null) = (budget_min is null and budget_max is null))
);
create index leads_by_stage on leads (workspace_id, stage_id, id) where deleted_at is null and status = 'open';
create index leads_by_status on leads (workspace_id, status, id) where deleted_at is null;
create index leads_by_form on leads (workspace_id, form_id, id) where form_id is not null;
create index leads_by_email on leads (workspace_id, email) where email is not null;
create index leads_deleted on leads (workspace_id, deleted_at) where deleted_at is not null;
create index leads_search on leads using gin (search);
select protect('leads', system => true);

-- Text search: `@@` is not leakproof, so under row-level security only a definer function reaches the index.
-- The workspace is a word of the search vector, so other studios' rows are never visited. What looks like a telephone
-- number is also looked for without its blanks and leading zero.
create function search_leads(q text, most integer default 2000) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public as $$
  select l.id from public.leads l
   where l.search @@ to_tsquery('simple',
           'w' || replace(public.current_workspace()::text, '-', '') ||
           coalesce(' & (' || nullif((select string_agg(word || ':*', ' & ') from regexp_split_to_table(trim(public.fold(q)), ' +') word where word <> ''), '') ||
             case when q ~ '^\s*[+(]*\d[\d\s()./-]{3,}$' then coalesce(' | ' || nullif(ltrim(regexp_replace(q, '\D', '', 'g'), '0'), '') || ':*', '') else '' end || ')', ''))
     and l.workspace_id = public.current_workspace()
   order by l.id desc limit most
$$;
grant select on leads to alloza_definer;
create policy through_functions on leads for select to alloza_definer using (true);
