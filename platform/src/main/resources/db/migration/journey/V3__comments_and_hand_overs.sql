create table engagement_comment (
  number bigint generated always as identity primary key,
  id uuid not null unique,
  engagement uuid not null references engagement,
  task uuid references engagement_task,
  author uuid not null references account,
  at timestamptz not null,
  edited_at timestamptz,
  -- for the factory's side alone
  internal boolean not null,
  text text not null check (length(text) <= 4000),
  told uuid[] not null,
  -- the words are gone, the trace stays
  deleted_at timestamptz,
  version int not null,
  check ((deleted_at is null) = (text <> ''))
);
create index on engagement_comment (engagement, number desc);
create index on engagement_comment (task) where task is not null;

alter table engagement_entry add column internal boolean not null default false;

create table hand_over (
  id uuid primary key,
  engagement uuid not null references engagement,
  giver uuid not null references account,
  receiver uuid not null references account,
  reason text not null check (length(reason) between 1 and 2000),
  open_points text not null check (length(open_points) <= 8000),
  proposed_at timestamptz not null,
  answer text check (answer in ('accepted', 'declined', 'withdrawn')),
  answered_at timestamptz,
  note text check (length(note) <= 2000),
  check (giver <> receiver),
  check ((answer is null) = (answered_at is null))
);
create unique index on hand_over (engagement) where answer is null;
create index on hand_over (receiver) where answer is null;
