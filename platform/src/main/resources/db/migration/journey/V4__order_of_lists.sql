-- The first page of everybody's engagements without reading them all: in the order of the list, and of the home page.
create index on engagement (changed_at desc nulls last, id);
create index on engagement (waiting_until, id);
