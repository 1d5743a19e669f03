-- A decision as it was made. The subject is opaque here: only the room that asked knows what it is.
create table rulebook_decision (
  id            uuid        primary key,
  subject       text        not null check (length(subject) <= 200),
  rule_table    text        not null,
  table_version text,
  decided_on    date        not null,
  no_rule       text        check (no_rule in ('NO_VERSION', 'NO_ROW', 'ROWS_CONTRADICT')),
  inputs        jsonb       not null check (jsonb_typeof(inputs) = 'object'),
  rows_fired    jsonb       not null check (jsonb_typeof(rows_fired) = 'array'),
  at            timestamptz not null,
  check ((table_version is null) = (no_rule is not distinct from 'NO_VERSION'))
);
create index on rulebook_decision (subject, at desc);
