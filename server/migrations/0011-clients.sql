-- What hangs on what, across rooms: a client's projects, a project's tasks. Timelines follow these links.
create table record_links (
  workspace_id uuid not null references workspaces (id),
  parent_id uuid not null,
  subject_noun text not null,
  subject_id uuid not null,
  primary key (workspace_id, parent_id, subject_id)
);
create index record_links_by_subject on record_links (workspace_id, subject_id);
select protect('record_links');

create table saved_views (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  resource text not null check (resource in ('leads', 'clients', 'projects')),
  name text not null,
  filter jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  primary key (workspace_id, id)
);
create index saved_views_by_resource on saved_views (workspace_id, resource, id);
select protect('saved_views');

alter table notes add column mentions uuid[] not null default '{}';

-- What people search contacts by: names, addresses, and telephone numbers however they write them.
create function contact_words(contacts jsonb) returns text language sql immutable parallel safe
  as $$ select coalesce(string_agg(concat_ws(' ', contact ->> 'name', contact ->> 'email', phone_words(contact ->> 'phone')), ' '), '')
          from jsonb_array_elements(contacts) contact $$;
create function address_words(addresses jsonb) returns text language sql immutable parallel safe
  as $$ select coalesce(string_agg(concat_ws(' ', a ->> 'line1', a ->> 'line2', a ->> 'city', a ->> 'region', a ->> 'postalCode'), ' '), '')
          from jsonb_array_elements(addresses) a $$;
-- The manual calls array_to_string stable, because other types than text may print differently another time.
create function tag_words(tags text[]) returns text language sql immutable parallel safe
  as $$ select array_to_string(tags, ' ') $$;

create table clients (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  kind text not null check (kind in ('person', 'company')),
  display_name text not null,
  contacts jsonb not null default '[]',
  addresses jsonb not null default '[]',
  tags text[] not null default '{}',
  source text,
  consents jsonb not null,
  merged_into_id uuid,
  last_activity_at timestamptz not null,
  custom jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  version integer not null default 1,
  -- The order of names, the same on every machine, and what two clients of one name have in common.
  folded_name text collate "C" not null generated always as (left(trim(fold(display_name)), 160)) stored,
  search tsvector generated always as (to_tsvector('simple',
    'w' || replace(workspace_id::text, '-', '') || ' ' || fold(
      display_name || ' ' || contact_words(contacts) || ' ' || tag_words(tags) || ' ' || address_words(addresses)))) stored,
  primary key (workspace_id, id),
  foreign key (workspace_id, merged_into_id) references clients (workspace_id, id),
  check (merged_into_id is null or deleted_at is not null)
);
create index clients_by_name on clients (workspace_id, folded_name, id) where deleted_at is null;
create index clients_by_kind on clients (workspace_id, kind, id) where deleted_at is null;
create index clients_merged on clients (workspace_id, merged_into_id) where merged_into_id is not null;
create index clients_deleted on clients (workspace_id, deleted_at) where deleted_at is not null;
create index clients_search on clients using gin (search);
select protect('clients', system => true);

-- Whose addresses, numbers and tags these are, among clients that are not deleted.
create table client_identities (
  workspace_id uuid not null,
  kind text not null check (kind in ('email', 'phone')),
  value text not null,
  client_id uuid not null,
  primary key (workspace_id, kind, value, client_id),
  foreign key (workspace_id, client_id) references clients (workspace_id, id) on delete cascade
);
create unique index client_identities_one_email on client_identities (workspace_id, value) where kind = 'email';
create index client_identities_by_client on client_identities (workspace_id, client_id);
select protect('client_identities');

create table client_tags (
  workspace_id uuid not null,
  tag text not null,
  client_id uuid not null,
  primary key (workspace_id, tag, client_id),
  foreign key (workspace_id, client_id) references clients (workspace_id, id) on delete cascade
);
create index client_tags_by_client on client_tags (workspace_id, client_id);
select protect('client_tags');

-- Follows every write of a client, whichever verb, import or merge it comes from.
create function index_client() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from public.client_identities where workspace_id = new.workspace_id and client_id = new.id;
    delete from public.client_tags where workspace_id = new.workspace_id and client_id = new.id;
  end if;
  if new.deleted_at is null then
    insert into public.client_identities (workspace_id, kind, value, client_id)
    select distinct new.workspace_id, identity.kind, identity.value, new.id
      from jsonb_array_elements(new.contacts) contact,
           lateral (values ('email', contact ->> 'email'), ('phone', contact ->> 'phone')) identity (kind, value)
     where identity.value is not null;
    insert into public.client_tags (workspace_id, tag, client_id)
    select distinct new.workspace_id, tag, new.id from unnest(new.tags) tag;
  end if;
  return null;
end $$;
create trigger index_client after insert or update of contacts, tags, deleted_at on clients
  for each row execute function index_client();

-- What a merge did, for undoing it: the survivor before and after, and what moved to it.
create table client_merges (
  workspace_id uuid not null,
  id uuid not null,
  survivor_id uuid not null,
  other_id uuid not null,
  -- Both null once the other client is gone for good.
  before jsonb,
  after jsonb,
  moved jsonb not null,
  merged_at timestamptz not null,
  undone_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, survivor_id) references clients (workspace_id, id) on delete cascade
);
create index client_merges_by_survivor on client_merges (workspace_id, survivor_id, id);
create index client_merges_by_other on client_merges (workspace_id, other_id);
select protect('client_merges');

-- Text search, as for leads: `@@` is not leakproof, so only a definer function reaches the index, and the workspace is a
-- word of the vector. What looks like a telephone number is also looked for without its blanks and leading zero.
-- Found rows are materialized before anything else is asked of them: a connection keeps the plan that suits the studio it
-- served first, which, were it small, would be to read all its rows, and so those of a large one later.
create function search_clients(q text, most integer default 2000) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public as $$
  with found as materialized (
    select c.id, c.workspace_id from public.clients c
     where c.search @@ to_tsquery('simple',
             'w' || replace(public.current_workspace()::text, '-', '') ||
             coalesce(' & (' || nullif((select string_agg(word || ':*', ' & ') from regexp_split_to_table(trim(public.fold(q)), ' +') word where word <> ''), '') ||
               case when q ~ '^\s*[+(]*\d[\d\s()./-]{3,}$' then coalesce(' | ' || nullif(ltrim(regexp_replace(q, '\D', '', 'g'), '0'), '') || ':*', '') else '' end || ')', ''))
  )
  select id from found where workspace_id = public.current_workspace() order by id desc limit most
$$;
grant select on clients to alloza_definer;
create policy through_functions on clients for select to alloza_definer using (true);

-- Leads are searched the same way.
create or replace function search_leads(q text, most integer default 2000) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public as $$
  with found as materialized (
    select l.id, l.workspace_id from public.leads l
     where l.search @@ to_tsquery('simple',
             'w' || replace(public.current_workspace()::text, '-', '') ||
             coalesce(' & (' || nullif((select string_agg(word || ':*', ' & ') from regexp_split_to_table(trim(public.fold(q)), ' +') word where word <> ''), '') ||
               case when q ~ '^\s*[+(]*\d[\d\s()./-]{3,}$' then coalesce(' | ' || nullif(ltrim(regexp_replace(q, '\D', '', 'g'), '0'), '') || ':*', '') else '' end || ')', ''))
  )
  select id from found where workspace_id = public.current_workspace() order by id desc limit most
$$;
