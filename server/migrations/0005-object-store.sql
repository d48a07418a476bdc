-- Files may be kept in an object store: the bytes go there from here, so a file's row and its object can't disagree.
alter table files
  alter column bytes drop not null,
  add column in_store boolean not null default false,
  add check (bytes is not null or in_store);
comment on column files.bytes is 'null once the object store holds them';
comment on column files.in_store is 'the object store may hold them: set before they are sent there';

drop function find_file(uuid);
create function find_file(wanted uuid)
  returns table (workspace_id uuid, purpose text, name text, content_type text, size integer, bytes bytea)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select f.workspace_id, f.purpose, f.name, f.content_type, f.size, f.bytes from public.files f where f.id = wanted
$$;

-- Objects whose file is gone. Whoever deletes a file's row, and however, the worker removes its object.
create table loose_objects (
  key text primary key,
  since timestamptz not null default now()
);
alter table loose_objects enable row level security;
alter table loose_objects force row level security;
grant select, delete on loose_objects to alloza_system;
create policy across_workspaces on loose_objects to alloza_system using (true);
grant insert on loose_objects to alloza_definer;
create policy through_functions on loose_objects for insert to alloza_definer with check (true);

create function loosen_object() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into public.loose_objects (key) values (old.workspace_id || '/' || old.id);
  return null;
end $$;
create trigger loosen_object after delete on files for each row when (old.in_store) execute function loosen_object();
