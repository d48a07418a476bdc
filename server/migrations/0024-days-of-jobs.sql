-- A job has days besides its main one, which is its first: a span of days finds it by any of them.
create function last_day(dates jsonb) returns date language sql immutable parallel safe
  as $$ select max((day ->> 'date')::date) from jsonb_array_elements(dates) day $$;

alter table projects add column last_date date generated always as (last_day(dates)) stored;
create index projects_by_last_date on projects (workspace_id, last_date)
  where deleted_at is null and archived_at is null and last_date is not null;
