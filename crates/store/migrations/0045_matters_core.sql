-- Something to be solved. Its state is computed from its parties and stands here only so that lists find it.
create table matter (
  id blob primary key,
  lifecycle text not null,
  version bigint not null,
  word text not null,
  title text not null,
  description text not null,
  source text,
  grade text not null,
  site blob,
  issuer blob not null,
  number text not null,
  outer_number text,
  outer_due_at bigint,
  area_province blob,
  area_city blob,
  area_county blob,
  area_town blob,
  area_village blob,
  sector text,
  opened_at bigint not null,
  opened_by blob,
  state text not null,
  state_of text not null,
  stage bigint not null,
  closed_at bigint,
  revision bigint not null
);
create unique index matter_issued on matter (issuer, number);
create index matter_site on matter (site, opened_at, id);
create index matter_province on matter (area_province, opened_at, id);
create index matter_city on matter (area_city, opened_at, id);
create index matter_county on matter (area_county, opened_at, id);
create index matter_town on matter (area_town, opened_at, id);
create index matter_village on matter (area_village, opened_at, id);
create index matter_opened on matter (opened_at, id);

-- Who answers for it in which role, each with a state of his own and by whose act it came there. His clocks are the
-- obligations of the same slot.
create table matter_party (
  matter blob not null,
  slot text not null,
  role text not null,
  party blob not null,
  line text,
  addressed_as text,
  state text not null,
  moved_by text,
  revision bigint not null,
  primary key (matter, slot)
);
create index matter_party_party on matter_party (party);

-- The timeline. Append-only; `states` is what every party's state was afterwards, as JSON.
create table matter_event (
  matter blob not null,
  seq bigint not null,
  slot text,
  transition text not null,
  actor blob,
  stated_at bigint not null,
  received_at bigint not null,
  reason text,
  record blob,
  states text not null,
  primary key (matter, seq)
);
create index matter_event_record on matter_event (record);

-- The last number that a body gave to a kind of matter in a year.
create table matter_series (
  issuer blob not null,
  word text not null,
  year bigint not null,
  last bigint not null,
  primary key (issuer, word, year)
);
