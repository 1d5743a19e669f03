-- Consultants whom the programme has accredited; a list that the factory keeps.
create table fit4ai_consultant (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  website text not null check (length(website) <= 300),
  accredited_from date not null,
  accredited_until date not null,
  languages text[] not null,
  sectors text[] not null,
  changed_at timestamptz not null,
  version int not null default 1,
  check (accredited_from <= accredited_until)
);
create unique index on fit4ai_consultant (lower(name));

-- One way of an organisation through the programme.
create table fit4ai_review (
  id uuid primary key,
  engagement uuid not null references engagement,
  organisation uuid not null references organisation,
  stage text not null check (stage in ('objectives', 'consultant', 'quote', 'analysis', 'handed-over')),
  objectives text not null default '' check (length(objectives) <= 4000),
  -- what decides about eligibility: size, seat, permit, activity, started
  facts jsonb not null default '{}' check (jsonb_typeof(facts) = 'object'),
  consultant uuid references fit4ai_consultant,
  consultant_cost numeric(12, 2),
  other_cost numeric(12, 2),
  priced text check (priced in ('without', 'with')),
  days numeric(8, 2),
  day_rate numeric(10, 2),
  dated date,
  starts_on date,
  accepted boolean,
  note text check (length(note) <= 2000),
  judged_by text,
  judged_at timestamptz,
  report uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  version int not null default 1,
  check ((accepted is null) = (judged_at is null)),
  check (stage in ('objectives', 'consultant') or consultant is not null)
);
create unique index on fit4ai_review (engagement) where stage <> 'handed-over';
create index on fit4ai_review (organisation);

-- What the analysis found of an idea, from five views.
create table fit4ai_finding (
  review uuid not null references fit4ai_review,
  idea uuid not null references portfolio_idea,
  views jsonb not null check (jsonb_typeof(views) = 'object'),
  recommendation text not null check (recommendation in ('INVEST', 'DEFER', 'REJECT')),
  reason text not null check (length(reason) between 1 and 2000),
  found_by text not null,
  found_at timestamptz not null,
  primary key (review, idea)
);
