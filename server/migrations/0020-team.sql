-- A change of address waits for its proof like a registration does.
alter table account_tokens drop constraint account_tokens_purpose_check;
alter table account_tokens add constraint account_tokens_purpose_check
  check (purpose in ('register', 'reset', 'email')) not valid;
alter table account_tokens validate constraint account_tokens_purpose_check;

-- Wrong passwords of the signed-in are counted while their account is looked up.
grant execute on function take_point(text, integer, integer) to alloza_system;
