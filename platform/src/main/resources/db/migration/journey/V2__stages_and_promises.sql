alter table engagement
  -- until when somebody contacts the organisation for the first time, and when that was; no promise: waived
  add column promised_at timestamptz,
  add column contacted_at timestamptz,
  add column waiting_since timestamptz,
  add column closed_at timestamptz,
  add column outcome text check (outcome in ('in-production', 'without-us', 'stopped', 'unsuitable')),
  add check ((closed_at is null) = (outcome is null));
update engagement set waiting_since = changed_at where waiting_who is not null;
update engagement e set contacted_at = t.closed_at
  from engagement_task t
 where t.engagement = e.id and t.message = 'journey.task.first-contact' and t.state = 'done';
create index on engagement (promised_at) where contacted_at is null and closed_at is null;
create index on engagement (opened_at);
create index on engagement (changed_at);
create index on engagement (stage) where closed_at is null;

-- Through which stages an engagement went, and how each ended.
create table engagement_stage (
  number bigint generated always as identity primary key,
  engagement uuid not null references engagement,
  stage text not null,
  entered_at timestamptz not null,
  left_at timestamptz,
  ending text check (ending in ('done', 'skipped', 'back', 'closed')),
  reason text check (length(reason) between 1 and 2000),
  check ((left_at is null) = (ending is null)),
  check (left_at >= entered_at)
);
create unique index on engagement_stage (engagement) where left_at is null;
create index on engagement_stage (engagement, number);
insert into engagement_stage (engagement, stage, entered_at) select id, stage, opened_at from engagement;

-- What a decision table set: which row, and the decision that explains it.
alter table engagement_task
  add column template text,
  add column stage text,
  add column decision uuid,
  add column rule_line int,
  add check ((template is null) = (decision is null));
create unique index on engagement_task (engagement, template);

-- Who acts for the advisor while they are away.
create table engagement_substitute (
  engagement uuid not null references engagement,
  account uuid not null references account,
  absent uuid not null references account,
  since timestamptz not null,
  until timestamptz,
  check (account <> absent)
);
create unique index on engagement_substitute (engagement) where until is null;
create index on engagement_substitute (account) where until is null;

-- What somebody was reminded of: a row is written once, whichever replica comes first.
create table engagement_reminder (
  kind text not null,
  subject uuid not null,
  round text not null,
  at timestamptz not null,
  primary key (kind, subject, round)
);
