-- The record of change is read by time: of one record, of one person, of one kind, and of the whole studio.
alter table changes add column actor_id text generated always as (actor ->> 'id') stored;
create index changes_by_time on changes (workspace_id, at);
create index changes_by_actor on changes (workspace_id, actor_id, id) where actor_id is not null;
create index changes_by_noun on changes (workspace_id, subject_noun, id);

alter table tasks add column search tsvector generated always as (to_tsvector('simple',
  'w' || replace(workspace_id::text, '-', '') || ' ' || fold(title))) stored;
create index tasks_search on tasks using gin (search);

-- As for leads: `@@` is not leakproof, so only a definer function reaches the index.
create function search_tasks(q text, most integer default 2000) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public as $$
  with found as materialized (
    select t.id, t.workspace_id from public.tasks t
     where t.search @@ to_tsquery('simple',
             'w' || replace(public.current_workspace()::text, '-', '') ||
             coalesce(' & ' || nullif((select string_agg(word || ':*', ' & ') from regexp_split_to_table(trim(public.fold(q)), ' +') word where word <> ''), ''), ''))
  )
  select id from found where workspace_id = public.current_workspace() order by id desc limit most
$$;
grant select on tasks to alloza_definer;
create policy through_functions on tasks for select to alloza_definer using (true);
