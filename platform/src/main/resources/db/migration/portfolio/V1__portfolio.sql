-- Ideas of an engagement, before one becomes a use case.
create table portfolio_idea (
  id uuid primary key,
  engagement uuid not null references engagement,
  title text not null check (length(title) between 1 and 200),
  description text not null check (length(description) <= 4000),
  -- of the pattern library; null for one of their own
  pattern text,
  -- by criterion, 1 to 5
  scores jsonb not null check (jsonb_typeof(scores) = 'object'),
  vetoes text[] not null,
  decision text check (decision in ('INVEST', 'DEFER', 'REJECT')),
  reason text check (length(reason) between 1 and 2000),
  decided_by uuid references account,
  decided_by_name text,
  decided_at timestamptz,
  use_case uuid references use_case,
  created_at timestamptz not null,
  created_by uuid not null references account,
  changed_at timestamptz not null,
  version int not null,
  check ((decision is null) = (reason is null)),
  check ((decision is null) = (decided_at is null))
);
create index on portfolio_idea (engagement);

-- How an engagement weighs the criteria, in percent of each side; without a row, as the experts do.
create table portfolio_weights (
  engagement uuid primary key references engagement,
  weights jsonb not null check (jsonb_typeof(weights) = 'object'),
  version int not null
);
