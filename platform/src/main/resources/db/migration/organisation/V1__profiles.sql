-- What an organisation has said of itself. Name, sector, country and sizes are copies to search and sort by.
create table organisation_profile (
  organisation uuid        primary key,
  version      int         not null check (version > 0),
  kind         text        not null check (kind in ('company', 'eu-company', 'public-body', 'research-institution', 'founder')),
  answers      jsonb       not null check (jsonb_typeof(answers) = 'object'),
  enterprises  jsonb       not null check (jsonb_typeof(enterprises) = 'array'),
  name         text        not null check (length(name) between 1 and 200),
  sector       text        not null,
  country      text        not null,
  language     text        not null check (language in ('en', 'fr', 'de', 'lb')),
  sizes        jsonb       not null check (jsonb_typeof(sizes) = 'object'),
  complete     boolean     not null,
  changed_at   timestamptz not null
);
create index on organisation_profile (lower(name));

-- A size that somebody has signed for. What was signed stays as it was.
create table organisation_declaration (
  id           uuid        primary key,
  organisation uuid        not null references organisation_profile,
  year         int         not null,
  account      uuid        not null,
  account_name text        not null,
  at           timestamptz not null,
  content      text        not null,
  sha256       text        not null check (sha256 ~ '^[0-9a-f]{64}$')
);
create index on organisation_declaration (organisation, at desc);

create function organisation_declaration_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a declaration that was signed is never changed';
end $$;
create trigger organisation_declaration_stays before update or delete on organisation_declaration
  for each row execute function organisation_declaration_stays();
