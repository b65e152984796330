-- Append-only streams, partitioned by time. Everything starts in the default partition; ranges are attached later.
create table ledger_entry (
  id blob not null,
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
  hash blob,
  primary key (id, recorded_at)
) partition by range (recorded_at);
create table ledger_entry_rest partition of ledger_entry default;
create index ledger_entry_seq on ledger_entry (seq);
create index ledger_entry_unsealed on ledger_entry (recorded_at, id) where seq is null;
create index ledger_entry_subject on ledger_entry (subject, at);
create index ledger_entry_actor on ledger_entry (actor, at);

create sequence fact_no;
create table fact (
  no bigint not null,
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
  recorded_at bigint not null,
  primary key (no, occurred_on)
) partition by range (occurred_on);
create table fact_rest partition of fact default;
create index fact_seq on fact (seq);
create index fact_unsealed on fact (no) where seq is null;
create index fact_kind on fact (kind, occurred_on);
create index fact_subject on fact (subject, kind);
create index fact_source on fact (source);
