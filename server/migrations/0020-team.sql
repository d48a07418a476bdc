-- A change of address waits for its proof like a registration does.
alter table account_tokens drop constraint account_tokens_purpose_check;
alter table account_tokens add constraint account_tokens_purpose_check
  check (purpose in ('register', 'reset', 'email')) not valid;
alter table account_tokens validate constraint account_tokens_purpose_check;

-- Wrong passwords of the signed-in are counted while their account is looked up.
grant execute on function take_point(text, integer, integer) to alloza_system;

alter table members
  add column updated_at timestamptz not null default now(),
  add column version integer not null default 1;

create table invitations (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  email text not null,
  role text not null check (role in ('manager', 'member')),
  own_jobs_only boolean not null,
  sees_money boolean not null,
  invited_by text not null,
  token_hash bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, email),
  check (role = 'member' or (not own_jobs_only and sees_money))
);
create index invitations_by_age on invitations (expires_at);
select protect('invitations', system => true);

-- A studio is somebody's at any time, and never two people's.
create unique index members_one_owner on members (workspace_id) where role = 'owner';

-- A key that was replaced works on for a while, so that programs can take the new one in their own time.
alter table api_keys
  add column former_hash bytea,
  add column former_works_until timestamptz;
create unique index api_keys_by_former on api_keys (former_hash);

create or replace function authenticate(given_kind text, given_hash bytea, given_workspace text)
  returns table (id uuid, user_id uuid, name text, workspace_id uuid, role text, member_id uuid, own_jobs_only boolean,
    sees_money boolean, key_kind text, origins text[], scopes text[], last_used_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select s.id, s.user_id, u.name, w.id, m.role, m.id, m.own_jobs_only, m.sees_money, null, null::text[], null::text[], s.last_seen_at
    from public.sessions s
    join public.users u on u.id = s.user_id
    left join public.workspaces w on w.slug = given_workspace or w.id =
      case when given_workspace ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then given_workspace::uuid end
    left join public.members m on m.workspace_id = w.id and m.user_id = s.user_id
   where given_kind = 'session' and s.token_hash = given_hash and s.revoked_at is null
     and s.expires_at > now() and s.last_seen_at > now() - interval '14 days'
  union all
  select k.id, null, k.name, k.workspace_id, null, null, null, null, k.kind, k.origins, k.scopes, k.last_used_at
    from public.api_keys k
   where given_kind = 'key' and k.revoked_at is null
     and (k.key_hash = given_hash or (k.former_hash = given_hash and k.former_works_until > now()))
$$;
