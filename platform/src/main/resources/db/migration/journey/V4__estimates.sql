-- How difficult an engagement is; null while nobody knows.
alter table engagement
  add column complexity text check (complexity in ('easy', 'medium', 'hard')),
  add column data text check (data in ('easy', 'medium', 'hard')),
  add column funding text check (funding in ('easy', 'medium', 'hard')),
  add column partners text check (partners in ('easy', 'medium', 'hard'));
create index on engagement (complexity, data, funding, partners) where outcome = 'in-production';
create index on engagement_stage (stage) where left_at is null;
