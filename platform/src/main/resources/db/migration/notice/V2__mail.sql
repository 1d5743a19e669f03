-- What a notice is to its reader, and whether a letter has told of it; how each person wants to hear, and what was sent.
alter table notice add column kind text not null default 'happened';
alter table notice add column mailed_at timestamptz;
create index notice_unmailed on notice (account) where read_at is null and mailed_at is null;

create table notice_preference (
  account uuid not null,
  kind    text not null,
  pace    text not null check (pace in ('at-once', 'daily', 'weekly', 'never')),
  primary key (account, kind)
);

-- One digest for each person and day, whatever the number of replicas.
create table notice_digest (
  account uuid  not null,
  day     date  not null,
  stop    bytea not null unique,
  primary key (account, day)
);
create index on notice_digest (day);

create table notice_digest_round (
  day date primary key
);
