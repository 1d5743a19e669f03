-- The table of the library db-scheduler.
create table scheduled_tasks (
  task_name            text        not null,
  task_instance        text        not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean     not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint      not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index on scheduled_tasks (execution_time);
create index on scheduled_tasks (last_heartbeat);

-- Work in a process of its own.
create table work (
  id            uuid        primary key,
  kind          text        not null,
  state         text        not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  "order"       jsonb       not null,
  queued_at     timestamptz not null,
  started_at    timestamptz,
  finished_at   timestamptz,
  home          uuid        not null,
  pid           bigint,
  pid_started   timestamptz,
  attempts      int         not null default 0,
  progress      int         not null default 0 check (progress between 0 and 100),
  message       text,
  reason        text,
  tail          text        not null default '',
  cancel_asked  boolean     not null default false,
  check ((state in ('done', 'failed', 'cancelled')) = (finished_at is not null))
);
create index on work (home, queued_at) where state in ('queued', 'running');
