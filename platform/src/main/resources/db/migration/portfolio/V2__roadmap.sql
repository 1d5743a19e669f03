-- The roadmap of an engagement. The row is what changes are made under, one at a time.
create table portfolio_roadmap (
  engagement uuid primary key references engagement,
  start date not null,
  version int not null
);

create table portfolio_roadmap_step (
  id uuid primary key,
  engagement uuid not null references portfolio_roadmap,
  name text not null check (length(name) between 1 and 200),
  owner text not null check (length(owner) between 1 and 200),
  weeks int not null check (weeks between 1 and 520),
  -- the steps that have to end before it begins
  after uuid[] not null,
  not_before date,
  -- euros paid to others
  cost bigint not null check (cost >= 0),
  -- days of the organisation's own work
  days int not null check (days >= 0),
  idea uuid references portfolio_idea,
  created_at timestamptz not null
);
create index on portfolio_roadmap_step (engagement);
