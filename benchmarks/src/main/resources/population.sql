-- Makes a factory that opened with its demonstration as large as one after years: every organisation there with all that
-- belongs to it is copied, under other names and ids, until there are as many engagements as asked for, and each of them
-- then gets as many events. The same ids come out every time. Copies are made column by column from whatever columns a
-- table has, so that most changes of tables need none here.
--
-- Settings: load.engagements, load.events, load.password (a hash, which every copied account gets).

set local synchronous_commit = off;
set local work_mem = '64MB';

create temp table staff on commit drop as select distinct account as id from account_role;
create temp table tale on commit drop as
  select * , row_number() over (partition by engagement order by number) - 1 as place,
         count(*) over (partition by engagement) as places
    from engagement_entry;
create unique index on tale (engagement, place);
create unique index on staff (id);
analyze tale;
analyze staff;

-- How many copies of each organisation, and how many of everybody who works for the factory.
create function pg_temp.copies() returns int language sql stable as $$
  select ceil(current_setting('load.engagements')::numeric / (select count(*) from pg_temp.tale where place = 0))::int
$$;
create function pg_temp.staff_copies() returns int language sql immutable as 'select 10';

-- The id that stands in the n-th copy where this one stands in the original.
create function pg_temp.copy_of(id uuid, n int) returns uuid language sql stable as $$
  select md5(id::text || case when exists (select from pg_temp.staff s where s.id = $1)
                              then 'staff' || n % pg_temp.staff_copies() else 'copy' || n end)::uuid
   where id is not null
$$;

-- The same for every id within a text.
create function pg_temp.copy_within(words text, n int) returns text language plpgsql stable as $$
declare found uuid;
begin
  for found in select distinct (regexp_matches(words, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'g'))[1]::uuid loop
    words := replace(words, found::text, pg_temp.copy_of(found, n)::text);
  end loop;
  return words;
end $$;

-- Copies rows t of a table, n from 1. Times move into the past, ids become the copy's own, and what the overrides name is
-- what they say.
create function pg_temp.copy(rows text, number int, condition text default 'true', overrides jsonb default '{}')
returns void language plpgsql as $$
declare names text; terms text; began timestamptz := clock_timestamp(); made bigint;
begin
  select string_agg(quote_ident(attname), ', ' order by attnum),
         string_agg(case
           when overrides ? attname then overrides ->> attname
           when atttypid = 'uuid'::regtype then format('pg_temp.copy_of(t.%I, n)', attname)
           when atttypid = 'timestamptz'::regtype then format('t.%I - n %% 120 * interval ''1 day''', attname)
           when atttypid = 'jsonb'::regtype then format('pg_temp.copy_within(t.%I::text, n)::jsonb', attname)
           when attname in ('link', 'actor', 'subject_id') then format('pg_temp.copy_within(t.%I, n)', attname)
           else format('t.%I', attname) end, ', ' order by attnum)
    into names, terms
    from pg_attribute where attrelid = rows::regclass and attnum > 0 and not attisdropped and attidentity = '';
  -- An audit entry has to be waiting for the platform, which links it into the chain.
  if rows <> 'audit_entry' then execute format('alter table %s disable trigger user', rows); end if;
  execute format('insert into %s (%s) select %s from %s t, generate_series(1, %s) n where %s',
                 rows, names, terms, rows, number, condition);
  get diagnostics made = row_count;
  execute format('alter table %s enable trigger user', rows);
  raise notice '% %: % s', made, rows, round(extract(epoch from clock_timestamp() - began)::numeric, 1);
end $$;

do $$
declare
  many int := pg_temp.copies();
  few int := pg_temp.staff_copies();
  working text := 'exists (select from pg_temp.staff s where s.id = t.%s)';
  account jsonb := jsonb_build_object(
    'email', 'replace(t.email, ''@'', ''-'' || n || ''@'')',
    'name', 't.name || '' '' || n',
    'password_hash', 'current_setting(''load.password'')',
    'invented', 'false');
begin
  perform pg_temp.copy('account', few, format(working, 'id'), account);
  perform pg_temp.copy('account', many, 'not ' || format(working, 'id')
    || ' and exists (select from membership m where m.account = t.id)', account);
  perform pg_temp.copy('account_role', few);
  perform pg_temp.copy('advisor_profile', few, 'true', '{"capacity": "200"}');
  perform pg_temp.copy('organisation', many, 'true', '{"name": "t.name || '' '' || n"}');
  perform pg_temp.copy('membership', many);
  perform pg_temp.copy('assignment', many);
  perform pg_temp.copy('consent', many);
  perform pg_temp.copy('organisation_profile', many, 'true', '{"name": "t.name || '' '' || n"}');
  perform pg_temp.copy('organisation_declaration', many);
  perform pg_temp.copy('engagement', many);
  perform pg_temp.copy('engagement_task', many);
  perform pg_temp.copy('readiness_assessment', many);
  perform pg_temp.copy('readiness_answer', many);
  perform pg_temp.copy('use_case', many);
  perform pg_temp.copy('use_case_section', many);
  perform pg_temp.copy('use_case_signature', many);
  perform pg_temp.copy('use_case_event', many);
  perform pg_temp.copy('use_case_seal', many);
  -- Only the beginning of each: what is encrypted is bound to its id and could not be opened anyway.
  perform pg_temp.copy('document', many, 'true', '{"envelope": "substring(t.envelope for 64)"}');
  perform pg_temp.copy('notice', many);
  perform pg_temp.copy('audit_entry', many);
end $$;

analyze engagement;

-- Every engagement with as many events as asked for, told once more from the beginning where its own are too few.
create temp table retold on commit drop as
  select pg_temp.copy_of(engagement, n) as engagement, pg_temp.copy_of(actor, n) as actor, message, arguments,
         pg_temp.copy_within(link, n) as link, waiting_who, waiting_until, place, places
    from tale cross join generate_series(1, pg_temp.copies()) n;
create unique index on retold (engagement, place);
analyze retold;

insert into engagement_entry (engagement, at, actor, message, arguments, link, waiting_who, waiting_until)
select t.engagement, e.opened_at + step * ((now() - e.opened_at) / events.asked), t.actor, t.message, t.arguments, t.link,
       t.waiting_who, t.waiting_until
  from (select current_setting('load.events')::int as asked) events
 cross join generate_series(0, events.asked - 1) step
  join retold t on t.place = step % t.places
  join engagement e on e.id = t.engagement;

-- Ten more tasks that were done long ago.
insert into engagement_task (id, engagement, what, side, state, created_by, created_at, closed_by, closed_at, version)
select md5(e.id || 'task' || step)::uuid, e.id, 'Look at the figures of week ' || step, 'organisation', 'done',
       e.advisor, e.opened_at, e.advisor, e.opened_at + step * interval '1 hour', 2
  from engagement e cross join generate_series(1, 10) step;

-- Ideas of every second one, the first of them judged.
insert into portfolio_idea (id, engagement, title, description, scores, vetoes, created_at, created_by, changed_at, version)
select md5(e.id || 'idea' || step)::uuid, e.id, e.title || ', idea ' || step, 'What it would bring, and to whom.',
       case when step < 5 then (
         select jsonb_object_agg(criterion, 1 + (step + place) % 5) from unnest(array[
           'value', 'strategic-fit', 'time-to-value', 'reusability', 'people-impact', 'feasibility', 'data-readiness',
           'cost', 'regulatory-exposure']) with ordinality as criteria(criterion, place)) else '{}' end,
       '{}', e.opened_at, m.account, e.opened_at, 1
  from engagement e
  join lateral (select account from membership where organisation = e.organisation order by account limit 1) m on true
 cross join generate_series(1, 6) step
 where ('x' || substr(e.id::text, 1, 1))::bit(4)::int % 2 = 0
   and not exists (select from portfolio_idea i where i.engagement = e.id);
