-- The rule that opened an obligation, by content: a new version of a definition is a new row, and what runs keeps its own.
create table rule (
  id blob primary key,
  definition text not null,
  body text not null
);
create index rule_definition on rule (definition);

-- Who owes what, on what subject, by when. Outcomes are stored; lateness is derived from the row and the time.
create table obligation (
  id blob primary key,
  rule blob not null,
  definition text not null,
  kind text not null,
  slot text not null,
  subject blob not null,
  source blob,
  title text,
  holder blob not null,
  anchor blob not null,
  period text not null,
  period_from bigint not null,
  period_until bigint not null,
  generation bigint not null,
  area_province blob,
  area_city blob,
  area_county blob,
  area_town blob,
  area_village blob,
  sector text,
  opened_at bigint not null,
  soon_at bigint not null,
  due_at bigint not null,
  grace_until bigint not null,
  after_due text not null,
  signed_at bigint,
  signed_by blob,
  met_stated bigint,
  met_received bigint,
  outcome text,
  excused_by blob,
  reason text,
  progress_done bigint not null,
  progress_total bigint not null,
  revision bigint not null
);
create index obligation_definition on obligation (definition, period, holder);
create index obligation_anchor on obligation (anchor, period_until);
create index obligation_subject on obligation (subject);
create index obligation_holder_open on obligation (holder, due_at, id) where outcome is null;
create index obligation_holder_met on obligation (holder, met_received) where outcome = 'met';
create index obligation_province_open on obligation (area_province, due_at, id) where outcome is null;
create index obligation_city_open on obligation (area_city, due_at, id) where outcome is null;
create index obligation_county_open on obligation (area_county, due_at, id) where outcome is null;
create index obligation_town_open on obligation (area_town, due_at, id) where outcome is null;
create index obligation_village_open on obligation (area_village, due_at, id) where outcome is null;

-- One row per member of a covered set or a roster, with what met it: progress and the list of the missing in one.
create table element (
  obligation blob not null,
  part bigint not null,
  member blob not null,
  label text not null,
  met_record blob,
  met_received bigint,
  primary key (obligation, part, member)
);

-- From when to when somebody other than the first holder answered for it.
create table assignee (
  obligation blob not null,
  party blob not null,
  from_at bigint not null,
  until_at bigint,
  primary key (obligation, from_at)
);
create index obligation_county_sector_open on obligation (area_county, sector, due_at, id) where outcome is null;
create index obligation_town_sector_open on obligation (area_town, sector, due_at, id) where outcome is null;
