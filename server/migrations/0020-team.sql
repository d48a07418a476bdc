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
