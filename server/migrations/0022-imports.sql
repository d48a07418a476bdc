create table imports (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  resource text not null check (resource in ('clients', 'leads', 'projects')),
  file_name text not null,
  status text not null check (status in
    ('uploaded', 'checking', 'checked', 'running', 'finished', 'cancelled', 'undoing', 'undone', 'failed')),
  columns jsonb not null,
  duplicates text not null check (duplicates in ('skip', 'update')),
  date_order text check (date_order in ('dayFirst', 'monthFirst')),
  row_count integer not null,
  -- Rows behind the job under way, and the row of the file it stands at.
  processed integer not null default 0,
  position integer not null default 0,
  counts jsonb not null,
  undone integer not null default 0,
  kept integer not null default 0,
  started_by jsonb,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  primary key (workspace_id, id)
);
select protect('imports');

create table import_rows (
  workspace_id uuid not null,
  import_id uuid not null,
  row_number integer not null,
  cells jsonb not null,
  action text check (action in ('create', 'update', 'skip', 'error')),
  problems jsonb not null default '[]',
  -- What the rows of one file are told apart by.
  match_key text,
  second_key text,
  record_id uuid,
  outcome text check (outcome in ('done', 'undone', 'kept')),
  -- The version that the import left the record at; taking back is safe while it is still that one.
  record_version integer,
  former_version integer,
  former jsonb,
  primary key (workspace_id, import_id, row_number),
  foreign key (workspace_id, import_id) references imports (workspace_id, id) on delete cascade
);
create index import_rows_by_action on import_rows (workspace_id, import_id, action, row_number) where action is not null;
create index import_rows_by_key on import_rows (workspace_id, import_id, match_key) where match_key is not null;
create index import_rows_by_second_key on import_rows (workspace_id, import_id, second_key) where second_key is not null;
create index import_rows_by_record on import_rows (workspace_id, import_id, record_id) where record_id is not null;
select protect('import_rows');

-- What a row of a file is recognized by.
create index leads_by_phone on leads (workspace_id, phone) where phone is not null;
create index projects_by_title on projects (workspace_id, title) where deleted_at is null;
