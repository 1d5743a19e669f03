-- One row a revision of a use case. Phase and open sections are kept for lists; they follow from the sections.
create table use_case (
  id uuid primary key,
  engagement uuid not null,
  organisation uuid not null,
  revision int not null check (revision >= 1),
  revision_of uuid unique references use_case,
  title text not null check (length(title) between 1 and 200),
  title_version int not null default 1 check (title_version >= 1),
  language text not null check (language in ('en', 'fr', 'de', 'lb')),
  definition int not null,
  phase text not null check (phase in ('draft', 'to-sign', 'decision-ready', 'sealed')),
  open_sections int not null check (open_sections >= 0),
  created_at timestamptz not null,
  created_by uuid not null,
  changed_at timestamptz not null,
  check ((revision = 1) = (revision_of is null))
);
create index on use_case (engagement);
create index on use_case (organisation, phase);

-- Every saved version stays, so that somebody who was overtaken sees what changed since they opened the page.
create table use_case_section (
  use_case uuid not null references use_case,
  key text not null check (key ~ '^[a-z][a-z-]{1,40}$'),
  version int not null check (version >= 1),
  answers jsonb not null check (jsonb_typeof(answers) = 'object'),
  saved_at timestamptz not null,
  saved_by uuid not null,
  saved_by_name text not null,
  primary key (use_case, key, version)
);

create table use_case_signature (
  use_case uuid not null references use_case,
  capacity text not null check (capacity in ('organisation', 'advisor')),
  signer uuid not null,
  name text not null,
  signed_at timestamptz not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  primary key (use_case, capacity),
  unique (use_case, signer)
);

create table use_case_event (
  number bigint generated always as identity primary key,
  use_case uuid not null references use_case,
  at timestamptz not null,
  who text not null,
  message text not null,
  arguments text[] not null
);
create index on use_case_event (use_case, number);

create table use_case_seal (
  use_case uuid primary key references use_case,
  sealed_at timestamptz not null,
  sealed_by uuid not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  json_hash text not null check (json_hash ~ '^[0-9a-f]{64}$'),
  json_document uuid not null,
  pdf_document uuid not null
);

-- What was sealed stays as it is, whoever asks.
create function use_case_is_sealed() returns trigger language plpgsql as $$
begin
  if exists (select from use_case_seal where use_case = old.use_case) then
    raise exception 'use case % is sealed', old.use_case;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;

create function use_case_takes_no_more() returns trigger language plpgsql as $$
begin
  if exists (select from use_case_seal where use_case = new.use_case) then
    raise exception 'use case % is sealed', new.use_case;
  end if;
  return new;
end $$;

create trigger sealed_before_section before insert on use_case_section
  for each row execute function use_case_takes_no_more();
create trigger sealed_before_section_change before update or delete on use_case_section
  for each row execute function use_case_is_sealed();
create trigger sealed_before_signature before insert on use_case_signature
  for each row execute function use_case_takes_no_more();
create trigger sealed_before_signature_change before update or delete on use_case_signature
  for each row execute function use_case_is_sealed();
create trigger sealed_before_seal_change before update or delete on use_case_seal
  for each row execute function use_case_is_sealed();
