-- Append-only streams. Beside this file stands its twin for PostgreSQL, where they are partitioned.
create table ledger_entry (
  id blob primary key,
  at bigint not null,
  recorded_at bigint not null,
  actor blob,
  act text not null,
  request text,
  subject blob,
  verb text not null,
  body text not null,
  digest blob not null,
  seq bigint,
  hash blob
);
create unique index ledger_entry_seq on ledger_entry (seq);
create index ledger_entry_subject on ledger_entry (subject, at);
create index ledger_entry_actor on ledger_entry (actor, at);

create table fact (
  no integer primary key,
  seq bigint,
  kind text not null,
  subject blob not null,
  area_province blob,
  area_city blob,
  area_county blob,
  area_town blob,
  area_village blob,
  sector text,
  occurred_on bigint not null,
  occurred_month bigint not null,
  booked_month bigint not null,
  amount bigint not null,
  source blob not null,
  corrects bigint,
  recorded_at bigint not null
);
create index fact_seq on fact (seq);
create index fact_kind on fact (kind, occurred_on);
create index fact_subject on fact (subject, kind);
create index fact_source on fact (source);
