-- Scores of the European Digital Maturity Assessment, as a file brought them in.
create table readiness_dmat (
  engagement uuid not null references engagement,
  moment text not null check (moment in ('T0', 'T1', 'T2')),
  variant text not null check (variant in ('sme', 'pso')),
  framework text not null,
  assessed_on date not null,
  dimensions numeric[] not null check (cardinality(dimensions) = 6 and 0 <= all (dimensions) and 100 >= all (dimensions)),
  overall numeric not null check (overall between 0 and 100),
  questions numeric[] not null check (cardinality(questions) in (0, 12) and 0 <= all (questions) and 10 >= all (questions)),
  brought_by uuid not null,
  brought_at timestamptz not null,
  primary key (engagement, moment)
);

-- The document that shows an answer, where the advisor has named one.
alter table readiness_answer add document uuid;
