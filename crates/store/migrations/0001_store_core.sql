-- What the database says about itself; one row, written when it is created.
create table instance (
  id blob primary key,
  kind text not null,
  created_at bigint not null,
  key blob not null
);

-- The movable present of a training instance; production has no row.
create table business_clock (
  id bigint primary key,
  now bigint not null
);

-- How far the ledger is sealed, the facts are numbered and the counters are folded.
create table position (
  name text primary key,
  seq bigint not null,
  hash blob
);

-- Sums of facts up to the folder's place. An absent area or sector is an empty value, since a key holds no nulls.
create table counter (
  kind text not null,
  area_province blob not null,
  area_city blob not null,
  area_county blob not null,
  area_town blob not null,
  area_village blob not null,
  sector text not null,
  occurred_month bigint not null,
  booked_month bigint not null,
  total bigint not null,
  facts bigint not null,
  primary key (kind, occurred_month, booked_month, area_province, area_city, area_county, area_town, area_village, sector)
);
create index counter_province on counter (area_province, kind, occurred_month);
create index counter_city on counter (area_city, kind, occurred_month);
create index counter_county on counter (area_county, kind, occurred_month);
create index counter_town on counter (area_town, kind, occurred_month);
create index counter_village on counter (area_village, kind, occurred_month);

-- A month is frozen at a fact number; what is booked in it later stays out of what was published.
create table frozen_month (
  month bigint primary key,
  seq bigint not null,
  hash blob not null,
  frozen_at bigint not null
);

-- Messages that leave after their commit; states: waiting, sent, failed, unknown, overtaken.
create table outbox (
  id blob primary key,
  key text not null unique,
  receiver blob not null,
  channel text not null,
  category text not null,
  subject blob not null,
  reason text not null,
  must_know bigint not null,
  created_at bigint not null,
  due_at bigint not null,
  state text not null,
  tries bigint not null,
  changed_at bigint,
  answer text
);
create index outbox_waiting on outbox (due_at, id) where state = 'waiting';
create index outbox_receiver on outbox (receiver, created_at, id);
create index outbox_subject on outbox (subject, created_at);

-- Who of several processes does the work that only one may do. Times are machine time.
create table lease (
  name text primary key,
  holder text not null,
  token bigint not null,
  until_ms bigint not null
);

-- Who was handed what; the row stays when it is handed on.
create table sight (
  subject blob not null,
  party blob not null,
  from_at bigint not null,
  until_at bigint,
  why text not null,
  primary key (party, subject)
);
create index sight_subject on sight (subject);

-- Business settings, dated.
create table setting (
  name text not null,
  from_day bigint not null,
  value text not null,
  changed_by blob,
  changed_at bigint not null,
  primary key (name, from_day)
);

-- Work that takes longer than a request; states: waiting, running, done, failed, cancelled.
create table job (
  id blob primary key,
  kind text not null,
  state text not null,
  account blob,
  params text not null,
  done bigint not null,
  total bigint,
  result text,
  error text,
  cancel bigint not null,
  created_at bigint not null,
  changed_at bigint not null
);
create index job_state on job (state, created_at, id);
create index job_account on job (account, created_at, id);

-- The answer to a write that may be asked again under the same key.
create table idempotency (
  account blob not null,
  key text not null,
  asked blob not null,
  status bigint not null,
  answer text not null,
  at bigint not null,
  primary key (account, key)
);
create index idempotency_at on idempotency (at);
