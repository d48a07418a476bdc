-- A mail is tried until it has left, is refused for good, or is no use any more.
alter table mails
  -- How often the provider was asked.
  add column attempts integer not null default 0,
  -- After this a mail that waits says nothing: its news is old, or the link in it has ended.
  add column expires_at timestamptz not null default now() + interval '72 hours',
  -- Since when the provider may have taken it without our hearing so.
  add column unsure_since timestamptz;

alter table mails drop constraint mails_status_check;
alter table mails add constraint mails_status_check
  check (status in ('queued', 'sent', 'failed', 'unknown')) not valid;
alter table mails validate constraint mails_status_check;
