-- Workshops. Times are those of the clock on the wall at a place: what was agreed stays true when a law moves the clocks.
create table workshop (
  id uuid primary key,
  engagement uuid not null references engagement,
  organisation uuid not null references organisation,
  use_case uuid references use_case,
  title text not null check (length(title) between 1 and 200),
  purpose text not null check (length(purpose) <= 2000),
  place text not null check (length(place) <= 300),
  link text not null check (length(link) <= 300),
  minutes int not null check (minutes between 15 and 720),
  agenda jsonb not null check (jsonb_typeof(agenda) = 'array'),
  zone text not null,
  -- the fixed date; null while dates are proposed
  at timestamp,
  second boolean not null default false,
  state text not null default 'planned' check (state in ('planned', 'held', 'cancelled')),
  -- of the invitations (RFC 5545): rises whenever calendars have to be told
  sequence int not null default 0,
  cancelled text check (length(cancelled) <= 2000),
  document uuid,
  sealed_notes int not null default 0,
  planner uuid not null references account,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  version int not null default 1,
  check (state <> 'held' or at is not null),
  check ((state = 'cancelled') = (cancelled is not null))
);
create index on workshop (engagement);
create index on workshop (organisation, state);

create table workshop_date (
  workshop uuid not null references workshop,
  number int not null check (number between 1 and 3),
  at timestamp not null,
  second boolean not null,
  primary key (workshop, number)
);

create table workshop_participant (
  workshop uuid not null references workshop,
  account uuid not null references account,
  name text not null,
  email text not null,
  side text not null check (side in ('organisation', 'advisor', 'expert')),
  partner text,
  attended boolean,
  number int not null,
  primary key (workshop, account)
);
create index on workshop_participant (account);

create table workshop_answer (
  workshop uuid not null,
  number int not null,
  account uuid not null,
  answer text not null check (answer in ('yes', 'maybe', 'no')),
  primary key (workshop, number, account),
  foreign key (workshop, number) references workshop_date on delete cascade,
  foreign key (workshop, account) references workshop_participant on delete cascade
);

-- Every saved version stays, so that somebody who was overtaken sees what changed since they opened the page.
create table workshop_note (
  workshop uuid not null references workshop,
  version int not null check (version >= 1),
  text text not null check (length(text) <= 40000),
  saved_at timestamptz not null,
  saved_by uuid not null references account,
  saved_by_name text not null,
  primary key (workshop, version)
);

-- What somebody is writing and has not saved; `seen` is the version that they began from.
create table workshop_draft (
  workshop uuid not null references workshop,
  account uuid not null references account,
  text text not null check (length(text) <= 40000),
  seen int not null,
  saved_at timestamptz not null,
  primary key (workshop, account)
);

create table workshop_decision (
  id uuid primary key,
  workshop uuid not null references workshop,
  what text not null check (length(what) between 1 and 500),
  side text not null,
  person uuid references account,
  person_name text,
  until date,
  task uuid not null,
  decided_by text not null,
  decided_at timestamptz not null
);
create index on workshop_decision (workshop, decided_at);
