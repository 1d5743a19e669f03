-- What happened, written in the transaction of the change.
create table audit_entry (
  id           uuid        primary key,
  number       bigint      generated always as identity unique,
  at           timestamptz not null,
  actor        text        not null,
  actor_name   text        not null,
  action       text        not null,
  subject_kind text,
  subject_id   text,
  organisation uuid,
  outside      boolean     not null,
  details      jsonb       not null,
  request      text,
  check (jsonb_typeof(details) = 'object'),
  check ((subject_kind is null) = (subject_id is null))
);
create index on audit_entry (at, number);
create index on audit_entry (actor, number);
create index on audit_entry (action, number);
create index on audit_entry (subject_kind, subject_id, number);
create index on audit_entry (organisation, number) where organisation is not null;
create index on audit_entry (number) where outside;

-- Words of an entry; punctuation becomes space, so that parts of names, actions and ids are found.
create function audit_words(entry audit_entry) returns tsvector language sql immutable parallel safe as $$
  select to_tsvector('simple'::regconfig, translate(
    concat_ws(' ', entry.actor, entry.actor_name, entry.action, entry.subject_kind, entry.subject_id, entry.request),
    '.:@-_/', '      '))
$$;
create index audit_entry_words on audit_entry using gin (audit_words(audit_entry));

-- The chain over the entries, made by the sealer.
create table audit_link (
  place    bigint primary key check (place > 0),
  entry    uuid   not null unique,
  digest   bytea  not null check (length(digest) = 32),
  previous bytea  not null check (length(previous) = 32),
  hash     bytea  not null check (length(hash) = 32)
);

-- Signed statements "at this place the chain had this hash".
create table audit_checkpoint (
  place     bigint      primary key,
  hash      bytea       not null,
  at        timestamptz not null,
  key       text        not null,
  signature bytea       not null
);

-- What waits for the sealer. A list of its own, because neither ids nor times say in which order transactions
-- commit, and because looking for entries without a link would cost more with every entry there is.
create table audit_waiting (entry uuid primary key);

create function audit_wait() returns trigger language plpgsql as $$
begin
  insert into audit_waiting (entry) values (new.id);
  return null;
end $$;
create trigger audit_entry_waits after insert on audit_entry for each row execute function audit_wait();

create function audit_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the table % is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger audit_entry_stays before update or delete or truncate on audit_entry
  for each statement execute function audit_append_only();
create trigger audit_link_stays before update or delete or truncate on audit_link
  for each statement execute function audit_append_only();
create trigger audit_checkpoint_stays before update or delete or truncate on audit_checkpoint
  for each statement execute function audit_append_only();

-- Checks of the whole chain that somebody asked for.
create table audit_verification (
  id       uuid        primary key,
  asked    timestamptz not null,
  seen     timestamptz not null,
  finished timestamptz,
  checked  bigint      not null default 0,
  total    bigint      not null,
  result   jsonb,
  failure  text
);
create unique index audit_verification_one on audit_verification ((true)) where finished is null;
