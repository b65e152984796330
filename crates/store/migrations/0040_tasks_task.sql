-- What a plan is broken down to: a task of a pack, of an imported table, or written by hand. Whether it is done stands
-- nowhere: it follows from the obligations of its parties.
create table task (
  id blob primary key,
  pack text not null,
  origin text not null,
  definition text not null,
  number text not null,
  parent blob,
  title text not null,
  title_en text not null,
  item text not null,
  clause text not null,
  clauses text not null,
  shape text not null,
  form text not null,
  due_day bigint not null,
  due_at bigint not null,
  opened_at bigint not null,
  generation bigint not null,
  area_province blob,
  area_city blob,
  area_county blob,
  area_town blob,
  area_village blob,
  sector text,
  version bigint not null
);
create index task_pack on task (pack, item);
create index task_parent on task (parent);
create index task_clause on task (clause);
create index task_all_due on task (due_at, id);
create index task_province_due on task (area_province, due_at, id);
create index task_city_due on task (area_city, due_at, id);
create index task_county_due on task (area_county, due_at, id);
create index task_town_due on task (area_town, due_at, id);
create index task_village_due on task (area_village, due_at, id);
