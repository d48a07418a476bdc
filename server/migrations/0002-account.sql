create table users (
  id uuid primary key,
  name text not null,
  email text not null unique,
  password_hash text,
  picture_url text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1
);
alter table users enable row level security;
alter table users force row level security;
grant select, update on users to alloza_app;
create policy own_account on users to alloza_app using (id = current_user_id()) with check (id = current_user_id());
grant select, insert, update, delete on users to alloza_system;
create policy across_workspaces on users to alloza_system using (true) with check (true);

create table sessions (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  token_hash bytea not null unique,
  device text not null,
  network_hash text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index sessions_by_user on sessions (user_id, id);
create index sessions_by_end on sessions (coalesce(revoked_at, expires_at));
alter table sessions enable row level security;
alter table sessions force row level security;
grant select, update on sessions to alloza_app;
create policy own_account on sessions to alloza_app using (user_id = current_user_id()) with check (user_id = current_user_id());
grant select, insert, update, delete on sessions to alloza_system;
create policy across_workspaces on sessions to alloza_system using (true) with check (true);

-- Mailed one-use tokens: a registration waiting for its proof, or a password reset.
create table account_tokens (
  id uuid primary key,
  purpose text not null check (purpose in ('register', 'reset')),
  email text not null,
  token_hash bytea not null unique,
  payload bytea,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index account_tokens_by_email on account_tokens (email, purpose);
create index account_tokens_by_age on account_tokens (expires_at);
alter table account_tokens enable row level security;
alter table account_tokens force row level security;
grant select, insert, update, delete on account_tokens to alloza_system;
create policy across_workspaces on account_tokens to alloza_system using (true) with check (true);

create table workspaces (
  id uuid primary key,
  name text not null,
  slug text not null unique,
  mode text not null check (mode in ('live', 'test')),
  twin_id uuid not null,
  time_zone text not null,
  locale text not null,
  currency text not null,
  accent text not null,
  radius integer not null,
  logo_file_id uuid,
  sender_name text not null,
  reply_to text not null,
  notification_email text not null,
  custom jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1
);
alter table workspaces enable row level security;
alter table workspaces force row level security;
grant select, update on workspaces to alloza_app;
create policy own_workspace on workspaces to alloza_app using (id = current_workspace()) with check (id = current_workspace());
grant select, insert, update, delete on workspaces to alloza_system;
create policy across_workspaces on workspaces to alloza_system using (true) with check (true);

create table members (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  user_id uuid not null references users (id),
  role text not null check (role in ('owner', 'manager', 'member')),
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, user_id)
);
create index members_by_user on members (user_id);
select protect('members', system => true);

create table files (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  purpose text not null check (purpose in ('logo', 'attachment')),
  name text not null,
  content_type text not null,
  size integer not null,
  bytes bytea not null,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
-- A file's address holds its id alone.
create index files_by_id on files (id);
select protect('files', system => true);
alter table workspaces add foreign key (id, logo_file_id) references files (workspace_id, id);

create table api_keys (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  kind text not null check (kind in ('publishable', 'secret')),
  name text not null,
  key_hash bytea not null unique,
  value text,
  hint text not null,
  origins text[] not null default '{}',
  scopes text[] not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  version integer not null default 1,
  primary key (workspace_id, id),
  check ((kind = 'publishable') = (value is not null))
);
-- "Last used" is written for many keys of many workspaces at once.
create index api_keys_by_id on api_keys (id);
select protect('api_keys', system => true);

-- Who is calling, before any workspace is known. `given_workspace` is the slug or id a session asks for.
create function authenticate(given_kind text, given_hash bytea, given_workspace text)
  returns table (id uuid, user_id uuid, name text, workspace_id uuid, role text, key_kind text, origins text[], scopes text[], last_used_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select s.id, s.user_id, u.name, w.id, m.role, null, null::text[], null::text[], s.last_seen_at
    from public.sessions s
    join public.users u on u.id = s.user_id
    left join public.workspaces w on w.slug = given_workspace or w.id =
      case when given_workspace ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then given_workspace::uuid end
    left join public.members m on m.workspace_id = w.id and m.user_id = s.user_id
   where given_kind = 'session' and s.token_hash = given_hash and s.revoked_at is null
     and s.expires_at > now() and s.last_seen_at > now() - interval '14 days'
  union all
  select k.id, null, k.name, k.workspace_id, null, k.kind, k.origins, k.scopes, k.last_used_at
    from public.api_keys k
   where given_kind = 'key' and k.key_hash = given_hash and k.revoked_at is null
$$;

-- A visitor's page names a studio by its slug; a public file by its id alone.
create function find_workspace(wanted text) returns uuid
  language sql stable security definer set search_path = pg_catalog, public as $$
  select id from public.workspaces where slug = wanted
$$;
create function find_file(wanted uuid)
  returns table (workspace_id uuid, purpose text, name text, content_type text, bytes bytea)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select f.workspace_id, f.purpose, f.name, f.content_type, f.bytes from public.files f where f.id = wanted
$$;

grant select on users, sessions, workspaces, members, api_keys, files to alloza_definer;
create policy through_functions on users for select to alloza_definer using (true);
create policy through_functions on sessions for select to alloza_definer using (true);
create policy through_functions on workspaces for select to alloza_definer using (true);
create policy through_functions on members for select to alloza_definer using (true);
create policy through_functions on api_keys for select to alloza_definer using (true);
create policy through_functions on files for select to alloza_definer using (true);
