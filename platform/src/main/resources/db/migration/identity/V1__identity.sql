create table partner (
  code text primary key check (code ~ '^[a-z0-9-]{2,40}$'),
  name text not null
);

insert into partner (code, name) values
  ('luxinnovation', 'Luxinnovation'),
  ('lnds', 'Luxembourg National Data Service'),
  ('luxprovide', 'LuxProvide'),
  ('university', 'University of Luxembourg'),
  ('list', 'Luxembourg Institute of Science and Technology');

create table organisation (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  created_at timestamptz not null
);

create table account (
  -- The nil id stands for the system itself in the audit trail.
  id uuid primary key check (id <> '00000000-0000-0000-0000-000000000000'),
  email text not null unique check (email <> '' and email = lower(email) and length(email) <= 254),
  name text not null check (length(name) between 1 and 200),
  language text not null check (language in ('en', 'fr', 'de', 'lb')),
  -- null while another way to sign in (passkey, OIDC) is the only one
  password_hash text,
  partner text references partner,
  enabled boolean not null default true,
  created_at timestamptz not null
);

create table account_role (
  account uuid not null references account,
  role text not null,
  primary key (account, role)
);

create table membership (
  account uuid not null references account,
  organisation uuid not null references organisation,
  role text not null check (role in ('organisation-owner', 'organisation-member')),
  since timestamptz not null,
  primary key (account, organisation)
);
create index on membership (organisation);

create table assignment (
  account uuid not null references account,
  organisation uuid not null references organisation,
  since timestamptz not null,
  until timestamptz,
  primary key (account, organisation, since)
);
create index on assignment (organisation) where until is null;
create unique index assignment_open on assignment (account, organisation) where until is null;

create table invitation (
  id uuid primary key,
  token_digest bytea not null unique,
  email text not null check (email = lower(email) and length(email) <= 254),
  organisation uuid references organisation,
  role text not null,
  partner text references partner,
  language text not null,
  invited_by uuid references account,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz
);
create index on invitation (organisation);

create table api_token (
  id uuid primary key,
  account uuid not null references account,
  name text not null check (length(name) between 1 and 100),
  token_digest bytea not null unique,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index on api_token (account);

-- An organisation lets a partner look at its case: for named rooms, for a time, revocable.
create table consent (
  id uuid primary key,
  organisation uuid not null references organisation,
  partner text not null references partner,
  scopes text[] not null check (cardinality(scopes) > 0),
  purpose text not null check (length(purpose) between 1 and 1000),
  granted_by uuid not null references account,
  granted_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > granted_at),
  revoked_at timestamptz,
  revoked_by uuid references account,
  check ((revoked_at is null) = (revoked_by is null))
);
create index on consent (organisation);
create index on consent (partner) where revoked_at is null;
