-- As what an organisation is compared with others, for ever: what it was when it finished.
alter table readiness_assessment add organisation uuid;
alter table readiness_assessment add sector text not null default '';
alter table readiness_assessment add size text not null default '';
-- Assessments of invented organisations never meet those of real ones.
alter table readiness_assessment add invented boolean not null default false;

alter table readiness_assessment disable trigger readiness_finished_stays;
update readiness_assessment a
   set organisation = e.organisation, sector = e.sector, size = coalesce(e.answers -> 'size' ->> 0, '')
  from engagement e
 where e.id = a.engagement and a.finished_at is not null;
alter table readiness_assessment enable trigger readiness_finished_stays;
alter table readiness_assessment add check ((finished_at is null) = (organisation is null));
create index on readiness_assessment (questionnaire, questionnaire_version, organisation, finished_at)
  where finished_at is not null;

-- What the answers of many say of one dimension of a questionnaire. A figure stays; a newer one stands beside it.
create table readiness_consistency (
  questionnaire text not null,
  questionnaire_version int not null,
  dimension text not null,
  invented boolean not null,
  worked_out_at timestamptz not null,
  assessments uuid[] not null,
  figures jsonb not null,
  primary key (questionnaire, questionnaire_version, dimension, invented, worked_out_at)
);

-- Companies that entered the norms together. A block never changes: everything shown is made of whole blocks.
create table readiness_norm_block (
  id uuid primary key,
  questionnaire text not null,
  questionnaire_version int not null,
  invented boolean not null,
  sector text not null,
  sector_group text not null,
  size text not null,
  formed_at timestamptz not null
);
create index on readiness_norm_block (questionnaire, questionnaire_version, invented, formed_at);

create table readiness_norm_member (
  block uuid not null references readiness_norm_block,
  assessment uuid not null references readiness_assessment unique,
  company uuid not null,
  sector text not null,
  sector_group text not null,
  size text not null,
  score double precision not null check (score between 0 and 100),
  primary key (block, assessment),
  unique (block, company)
);

create function readiness_norms_stay() returns trigger language plpgsql as $$
begin
  raise exception 'norms are never changed, only added to';
end $$;

create trigger readiness_norms_stay before update or delete on readiness_norm_block
  for each row execute function readiness_norms_stay();
create trigger readiness_norms_stay before update or delete on readiness_norm_member
  for each row execute function readiness_norms_stay();
create trigger readiness_norms_stay before update or delete on readiness_consistency
  for each row execute function readiness_norms_stay();

-- How many companies have answered all questions of a dimension, as last counted.
create table readiness_consistency_progress (
  questionnaire text not null,
  questionnaire_version int not null,
  dimension text not null,
  invented boolean not null,
  companies int not null,
  primary key (questionnaire, questionnaire_version, dimension, invented)
);
