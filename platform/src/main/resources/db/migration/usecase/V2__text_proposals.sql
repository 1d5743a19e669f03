-- Texts that somebody proposes for a field; they stand beside the document until the organisation takes them over.
create table use_case_text_proposal (
  id uuid primary key,
  use_case uuid not null references use_case,
  section text not null,
  field text not null,
  text text not null check (length(text) between 1 and 4000),
  -- where it comes from, such as the title of a workshop, and the page that tells more
  origin text not null check (length(origin) between 1 and 300),
  link text,
  proposed_by uuid not null references account,
  proposed_by_name text not null,
  proposed_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'declined')),
  reason text check (length(reason) <= 2000),
  decided_by_name text,
  decided_at timestamptz,
  check ((state = 'open') = (decided_at is null))
);
create index on use_case_text_proposal (use_case, proposed_at);
