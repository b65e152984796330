-- Things that happened, or are planned, and open duties. One that a record raised names it.
create table event (
  id blob primary key,
  kind text not null,
  subject blob,
  title text not null,
  on_day bigint not null,
  at bigint not null,
  record blob,
  area_province blob,
  area_city blob,
  area_county blob,
  area_town blob,
  area_village blob,
  sector text,
  entered_by blob,
  entered_at bigint not null,
  withdrawn_at bigint
);
create index event_on on event (on_day, id);
create index event_record on event (record);
