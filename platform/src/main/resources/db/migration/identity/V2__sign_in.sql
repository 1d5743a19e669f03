-- People whom only the demonstration signs in. Until now they were known by having no password; from now on somebody may
-- have none and come in by passkey or by the provider of their organisation.
alter table account add column invented boolean not null default false;
update account set invented = true where password_hash is null;

create table passkey (
  id uuid primary key,
  credential bytea not null unique,
  account uuid not null references account,
  name text not null check (length(name) between 1 and 100),
  public_key bytea not null,
  signature_count bigint not null,
  backup_eligible boolean not null,
  backed_up boolean not null,
  transports text[] not null,
  attestation bytea,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index on passkey (account);

-- The secret of somebody's one-time codes, sealed with a key of the home; beside it the one that waits for its first code.
create table second_factor (
  account uuid primary key references account,
  secret bytea,
  since timestamptz,
  -- A code is good once: only codes of later time steps are.
  last_step bigint not null default 0,
  waiting bytea,
  check ((secret is null) = (since is null))
);

create table recovery_code (
  account uuid not null references account,
  digest bytea not null,
  used_at timestamptz,
  primary key (account, digest)
);

-- Somebody known to an OpenID provider, by issuer and subject and never by their address.
create table outside_identity (
  id uuid primary key,
  account uuid not null references account,
  issuer text not null,
  subject text not null check (length(subject) between 1 and 255),
  label text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  unique (issuer, subject)
);
create index on outside_identity (account);

create table password_reset (
  id uuid primary key,
  account uuid not null references account,
  token_digest bytea not null unique,
  -- null when the person asked for it by mail
  made_by uuid references account,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index on password_reset (account);

alter table invitation add column accepted_from text;
