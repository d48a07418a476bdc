-- Roles are shared by all databases of a cluster, so two migrations may race to make them.
do $$
declare name text;
begin
  foreach name in array array['alloza_app', 'alloza_system', 'alloza_jobs', 'alloza_definer'] loop
    begin
      execute format('create role %I nologin noinherit', name);
    exception when duplicate_object or unique_violation then null;
    end;
  end loop;
end $$;

create extension if not exists unaccent;
revoke create on schema public from public;
grant usage on schema public to alloza_app, alloza_system, alloza_jobs;

create function current_workspace() returns uuid language sql stable
  as $$ select nullif(current_setting('alloza.workspace', true), '')::uuid $$;
create function current_user_id() returns uuid language sql stable
  as $$ select nullif(current_setting('alloza.user', true), '')::uuid $$;

-- Lower case without accents, any punctuation as a space: what text search compares.
create function fold(value text) returns text language sql immutable parallel safe
  as $$ select regexp_replace(lower(public.unaccent('public.unaccent', value)), '[^[:alnum:]]+', ' ', 'g') $$;

-- Grants the usual rights on a table and hides other workspaces' rows; `system` opens it to work across workspaces.
create function protect(target regclass, system boolean default false) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('grant select, insert, update, delete on %s to alloza_app', target);
  execute format('create policy own_workspace on %s to alloza_app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace())', target);
  if system then
    execute format('grant select, insert, update, delete on %s to alloza_system', target);
    execute format('create policy across_workspaces on %s to alloza_system using (true) with check (true)', target);
  end if;
end $$;
revoke execute on function protect from public;

create table event_counters (
  workspace_id uuid primary key,
  sequence bigint not null default 0
);
select protect('event_counters', system => true);

create table events (
  workspace_id uuid not null,
  id uuid not null,
  sequence bigint not null,
  type text not null,
  data jsonb not null,
  actor jsonb not null,
  audience text not null default 'staff' check (audience in ('staff', 'money', 'client')),
  lead_id uuid,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, sequence)
);
create index events_by_lead on events (workspace_id, lead_id, sequence) where lead_id is not null;
create index events_by_type on events (workspace_id, type, sequence);
select protect('events', system => true);

-- One row a listener that has handled an event: at-least-once delivery becomes one effect.
create table handled_events (
  workspace_id uuid not null,
  event_id uuid not null,
  listener text not null,
  handled_at timestamptz not null default now(),
  primary key (workspace_id, event_id, listener),
  foreign key (workspace_id, event_id) references events (workspace_id, id) on delete cascade
);
select protect('handled_events', system => true);

create table changes (
  workspace_id uuid not null,
  id uuid not null,
  subject_noun text not null,
  subject_id uuid not null,
  action text not null,
  actor jsonb not null,
  reason text,
  fields jsonb not null,
  at timestamptz not null,
  primary key (workspace_id, id)
);
create index changes_by_subject on changes (workspace_id, subject_id, id);
select protect('changes');
-- Append-only; what people wrote in it is blanked by erasure through this one column.
revoke update, delete on changes from alloza_app;
grant update (fields) on changes to alloza_app;

create table mails (
  workspace_id uuid not null,
  id uuid not null,
  template text not null,
  recipient text not null,
  data jsonb not null,
  secrets bytea,
  subject_id uuid,
  status text not null default 'queued' check (status in ('queued', 'sent', 'failed')),
  provider_id text,
  failure text,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (workspace_id, id)
);
create index mails_by_subject on mails (workspace_id, subject_id, id) where subject_id is not null;
create index mails_by_recipient on mails (workspace_id, recipient, created_at);
select protect('mails', system => true);

create table idempotency_keys (
  workspace_id uuid not null,
  scope text not null,
  key_hash bytea not null,
  request_hash bytea not null,
  status smallint not null,
  answer bytea not null,
  created_at timestamptz not null,
  primary key (workspace_id, scope, key_hash)
);
create index idempotency_keys_by_age on idempotency_keys (created_at);
select protect('idempotency_keys', system => true);

create table spent_proofs (
  workspace_id uuid not null,
  proof_hash bytea not null,
  expires_at timestamptz not null,
  primary key (workspace_id, proof_hash)
);
create index spent_proofs_by_age on spent_proofs (expires_at);
select protect('spent_proofs', system => true);

create table access_log (
  id bigint generated always as identity primary key,
  workspace_id uuid,
  at timestamptz not null,
  ip inet not null,
  method text not null,
  path text not null,
  status smallint not null,
  duration_ms integer not null,
  request_id text not null
);
create index access_log_by_age on access_log (at);
create index access_log_by_workspace on access_log (workspace_id, at);
select protect('access_log', system => true);
revoke insert, update, delete on access_log from alloza_app;
grant usage on sequence access_log_id_seq to alloza_system;

create table rate_limits (
  key text primary key,
  points integer not null,
  resets_at timestamptz not null
);
alter table rate_limits enable row level security;
alter table rate_limits force row level security;
grant select, update, delete on rate_limits to alloza_system;
create policy across_workspaces on rate_limits to alloza_system using (true);
create policy through_functions on rate_limits to alloza_definer using (true) with check (true);
grant select, insert, update on rate_limits to alloza_definer;

-- Takes one point from a fixed window; exact under concurrency because the row's update is the lock.
create function take_point(bucket text, max_points integer, window_seconds integer)
  returns table (remaining integer, resets_at timestamptz)
  language sql security definer set search_path = pg_catalog, public as $$
  insert into public.rate_limits as limits (key, points, resets_at)
  values (bucket, 1, clock_timestamp() + make_interval(secs => window_seconds))
  on conflict (key) do update set
    points = case when limits.resets_at <= clock_timestamp() then 1 else least(limits.points + 1, max_points + 1) end,
    resets_at = case when limits.resets_at <= clock_timestamp() then excluded.resets_at else limits.resets_at end
  returning max_points - limits.points, limits.resets_at
$$;
