-- A draw: population snapshot, quota, round, seed and result, so that anybody can repeat it.
create table draw (
  id blob primary key,
  definition text not null,
  period text not null,
  drawn_at bigint not null,
  quota bigint not null,
  seed blob not null,
  population text not null,
  rounds text not null,
  result text not null,
  area_province blob,
  area_city blob,
  area_county blob,
  area_town blob,
  area_village blob
);
create index draw_definition on draw (definition, period);
