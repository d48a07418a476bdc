-- What a member sees: the jobs they are assigned to or all of them; money or none. Owners and managers see everything.
alter table members
  add column own_jobs_only boolean not null default false,
  add column sees_money boolean not null default true;
alter table members add check (role = 'member' or (not own_jobs_only and sees_money));

drop function authenticate(text, bytea, text);
create function authenticate(given_kind text, given_hash bytea, given_workspace text)
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
   where given_kind = 'key' and k.key_hash = given_hash and k.revoked_at is null
$$;
