-- What is encrypted says so by its type, so that no column is forgotten when keys are changed.
create domain encrypted as bytea;
alter table mails alter column secrets type encrypted;
alter table account_tokens alter column payload type encrypted;

-- The id of the key a value was encrypted with.
create function key_of(sealed bytea) returns text language sql immutable strict parallel safe
  as $$ select convert_from(substr(sealed, 3, get_byte(sealed, 1)), 'UTF8') $$;
create index mails_by_key on mails (key_of(secrets)) where secrets is not null;
create index account_tokens_by_key on account_tokens (key_of(payload)) where payload is not null;

-- Whom a person is at another service; `email` is the address it was linked under.
create table identities (
  provider text not null check (provider in ('google')),
  subject text not null,
  user_id uuid not null references users (id) on delete cascade,
  email text not null,
  created_at timestamptz not null,
  primary key (provider, subject),
  unique (user_id, provider)
);
alter table identities enable row level security;
alter table identities force row level security;
grant select, delete on identities to alloza_app;
create policy own_account on identities to alloza_app using (user_id = current_user_id()) with check (user_id = current_user_id());
grant select, insert, update, delete on identities to alloza_system;
create policy across_workspaces on identities to alloza_system using (true) with check (true);

-- A link to another service that waits for the account's password.
alter table account_tokens drop constraint account_tokens_purpose_check;
alter table account_tokens add constraint account_tokens_purpose_check
  check (purpose in ('register', 'reset', 'email', 'google')) not valid;
alter table account_tokens validate constraint account_tokens_purpose_check;

create table connections (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  provider text not null check (provider in ('google', 'instagram', 'stripe')),
  status text not null check (status in ('connected', 'reconnect_needed')),
  account text not null,
  scopes text[] not null,
  tokens encrypted not null,
  last_sync_at timestamptz,
  last_error text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  primary key (workspace_id, id),
  unique (workspace_id, provider)
);
select protect('connections', system => true);
