create table readiness_assessment (
  id uuid primary key,
  engagement uuid not null references engagement,
  questionnaire text not null,
  questionnaire_version int not null check (questionnaire_version > 0),
  triggers text[] not null,
  started_at timestamptz not null,
  started_by uuid not null,
  finished_at timestamptz,
  finished_by uuid,
  version int not null check (version > 0),
  check ((finished_at is null) = (finished_by is null))
);
create index on readiness_assessment (engagement, started_at);
create unique index readiness_one_open on readiness_assessment (engagement) where finished_at is null;

create table readiness_answer (
  assessment uuid not null references readiness_assessment,
  item text not null,
  kind text not null check (kind in ('level', 'dont-know', 'not-applicable')),
  level int check (level between 0 and 4),
  evidence text check (evidence in ('self-declared', 'document-seen', 'verified-by-advisor')),
  note text not null check (length(note) <= 2000),
  reason text not null check (length(reason) <= 2000),
  version int not null check (version > 0),
  answered_by uuid not null,
  answered_by_name text not null,
  answered_at timestamptz not null,
  primary key (assessment, item),
  check ((kind = 'level') = (level is not null)),
  check ((kind = 'level') = (evidence is not null)),
  check ((kind = 'not-applicable') = (length(reason) > 0))
);

-- A finished assessment is evidence: neither it nor its answers change any more.
create function readiness_finished_stays() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'readiness_assessment' then
    if old.finished_at is not null then
      raise exception 'assessment % is finished', old.id;
    end if;
  elsif exists (select from readiness_assessment
                where id = coalesce(new.assessment, old.assessment) and finished_at is not null) then
    raise exception 'assessment % is finished', coalesce(new.assessment, old.assessment);
  end if;
  return coalesce(new, old);
end $$;

create trigger readiness_finished_stays before update or delete on readiness_assessment
  for each row execute function readiness_finished_stays();
create trigger readiness_finished_stays before insert or update or delete on readiness_answer
  for each row execute function readiness_finished_stays();
