-- What POST requests with an Idempotency-Key were answered, so that a repeated request gets the same answer. The row
-- and the change that the request makes commit together.
create table answered_request (
  caller text not null,
  idempotency_key text not null,
  at timestamptz not null,
  status int,
  content_type text,
  location text,
  etag text,
  -- body of the answer and digest of the request, under a key outside the database
  sealed bytea,
  primary key (caller, idempotency_key)
);

create index answered_request_at on answered_request (at);
