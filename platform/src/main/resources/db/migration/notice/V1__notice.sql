-- What the platform tells a person, as message key and arguments, so that it is read in the reader's language.
create table notice (
  id        uuid        primary key,
  number    bigint      generated always as identity unique,
  account   uuid        not null,
  at        timestamptz not null,
  message   text        not null,
  arguments text[]      not null,
  link      text,
  read_at   timestamptz
);
create index on notice (account, number);
create index notice_unread on notice (account, number) where read_at is null;
