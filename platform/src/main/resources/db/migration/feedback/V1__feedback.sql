-- What people, signed in or not, told the factory about the portal, and what it answered.
create table feedback (
  id         uuid        primary key,
  number     bigint      generated always as identity unique,
  at         timestamptz not null,
  kind       text        not null check (kind in ('accessibility', 'language', 'fault', 'idea')),
  text       text        not null,
  page       text,
  email      text,
  account    uuid,
  language   text        not null,
  state      text        not null default 'open' check (state in ('open', 'answered', 'closed')),
  reply      text,
  changed_at timestamptz not null,
  changed_by uuid,
  check (state <> 'answered' or reply is not null)
);
create index on feedback (state, number);
