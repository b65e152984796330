-- A leader's written wish on something (批示). Who owes the report stands in its obligation; who wished it and who entered
-- it may be two people, and then the paper is kept.
create table instruction (
  id blob primary key,
  on_kind text not null,
  on_id text not null,
  wish text not null,
  wished_by blob not null,
  entered_by blob not null,
  scan text,
  scan_name text,
  holder blob not null,
  obligation blob not null,
  due_at bigint not null,
  given_at bigint not null,
  area_province blob,
  area_city blob,
  area_county blob,
  area_town blob,
  area_village blob,
  sector text
);
create index instruction_thing on instruction (on_kind, on_id, given_at);
create index instruction_holder on instruction (holder, given_at, id);
create index instruction_given on instruction (given_at, id);
create index instruction_county on instruction (area_county, given_at, id);
create index instruction_town on instruction (area_town, given_at, id);
