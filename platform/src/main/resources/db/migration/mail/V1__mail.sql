-- Letters on their way. What a letter says lies sealed under a key outside the database, because a link in it may open
-- an account; it is wiped when the letter is over.
create table mail_letter (
  id            uuid        primary key,
  account       uuid,
  name          text        not null,
  address       text        not null,
  language      text        not null,
  kind          text        not null,
  content       bytea,
  state         text        not null default 'waiting'
                check (state in ('waiting', 'sent', 'refused', 'expired', 'cancelled')),
  queued_at     timestamptz not null,
  due_at        timestamptz not null,
  claimed_until timestamptz,
  tries         integer     not null default 0,
  tried_at      timestamptz,
  answer        text,
  ended_at      timestamptz,
  check ((state = 'waiting') = (ended_at is null)),
  -- A refused letter may be tried again by hand.
  check (state in ('waiting', 'refused') or content is null),
  check (state <> 'waiting' or content is not null)
);
create index mail_letter_waiting on mail_letter (due_at) where state = 'waiting';
create index on mail_letter (queued_at);
create index on mail_letter (tried_at);

-- One row: how the server answered last, so that no replica knocks while it is down.
create table mail_server (
  one           boolean     primary key default true check (one),
  failures      integer     not null default 0,
  failing_since timestamptz,
  due_at        timestamptz,
  answer        text,
  answered_at   timestamptz
);
insert into mail_server default values;
