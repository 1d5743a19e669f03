create table document (
  id uuid primary key,
  organisation uuid not null references organisation,
  about_kind text not null check (about_kind ~ '^[a-z][a-z-]{0,40}$'),
  about uuid not null,
  title_key text not null,
  title_arguments text[] not null,
  file_name text not null check (length(file_name) between 1 and 200),
  media_type text not null,
  size bigint not null check (size > 0),
  sha256 bytea not null check (length(sha256) = 32),
  sealed boolean not null,
  created_at timestamptz not null,
  created_by uuid not null,
  -- AES-GCM under the keys in the instance's home, bound to the id
  envelope bytea not null
);
create index on document (about_kind, about);
create index on document (organisation, created_at);

-- What is encrypted does not get smaller; do not try.
alter table document alter column envelope set storage external;

create function document_stays() returns trigger language plpgsql as $$
begin
  raise exception 'documents are not changed: a new version is a new document';
end
$$;

create trigger document_stays before update on document
  for each row execute function document_stays();
