-- A first contact on its way: answers before there is an account.
create table intake (
  id uuid primary key,
  link_digest bytea not null unique,
  questions text not null,
  answers jsonb not null check (jsonb_typeof(answers) = 'object'),
  -- the ids that will be made of it, so that sending it twice makes one of each
  account uuid not null unique,
  organisation uuid not null unique,
  engagement uuid not null unique,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  completed_at timestamptz
);
create index on intake (changed_at) where completed_at is null;

create table advisor_profile (
  account uuid primary key references account,
  sectors text[] not null,
  languages text[] not null,
  capacity int not null check (capacity between 0 and 200),
  absent_from date,
  absent_until date,
  substitute uuid references account,
  version int not null,
  check ((absent_from is null) = (absent_until is null)),
  check (absent_until >= absent_from),
  check (substitute <> account)
);

create table engagement (
  id uuid primary key,
  organisation uuid not null references organisation,
  title text not null check (length(title) between 1 and 200),
  language text not null check (language in ('en', 'fr', 'de', 'lb')),
  sector text not null,
  answers jsonb not null,
  stage text not null,
  advisor uuid references account,
  -- why this advisor, as it was decided; or the reason that an administrator gave
  choice jsonb not null,
  waiting_who text,
  waiting_until date,
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  version int not null,
  check (waiting_until is null or waiting_who is not null)
);
create index on engagement (organisation);
create index on engagement (advisor);

create table engagement_task (
  id uuid primary key,
  engagement uuid not null references engagement,
  -- either a message key of ours or somebody's own words
  message text,
  what text check (length(what) between 1 and 500),
  side text not null,
  person uuid references account,
  due date,
  link text,
  state text not null check (state in ('open', 'done', 'skipped')),
  reason text check (length(reason) between 1 and 2000),
  created_by uuid references account,
  created_at timestamptz not null,
  closed_by uuid references account,
  closed_at timestamptz,
  version int not null,
  check ((message is null) <> (what is null)),
  check ((state = 'open') = (closed_at is null)),
  check (state <> 'skipped' or reason is not null)
);
create index on engagement_task (engagement);
create index on engagement_task (due) where state = 'open';

create table engagement_entry (
  number bigint generated always as identity primary key,
  engagement uuid not null references engagement,
  at timestamptz not null,
  -- null when the system itself did it
  actor uuid references account,
  message text not null,
  arguments text[] not null,
  link text not null,
  waiting_who text,
  waiting_until date
);
create index on engagement_entry (engagement, number desc);
