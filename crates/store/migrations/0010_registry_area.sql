-- The administrative tree, dated. A row holds from `from_day` up to, but not including, `until_day` (null: still holds).
-- The five ancestor columns include the row itself, so that a scope is one indexed comparison.
create table area (
  id blob primary key,
  code text not null,
  name text not null,
  level text not null,
  parent blob references area (id),
  area_province blob,
  area_city blob,
  area_county blob,
  area_town blob,
  area_village blob,
  from_day bigint not null,
  until_day bigint,
  unique (code, from_day)
);
create index area_parent on area (parent, code);
create index area_level on area (level, code);

-- What became of an area that was merged, split or renumbered.
create table area_successor (
  area blob not null references area (id),
  successor blob not null references area (id),
  on_day bigint not null,
  primary key (area, successor)
);
