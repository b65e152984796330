-- A filled form version with people, place, time, attachments. Never overwritten, only superseded.
create table record (
  id blob primary key,
  account blob not null,
  form text not null,
  form_version bigint not null,
  body blob not null,
  filed_by blob not null,
  lead blob,
  covers bigint not null,
  stated_at bigint not null,
  received_at bigint not null,
  approved_at bigint,
  approved_by blob,
  state text not null,
  supersedes blob,
  rejected_by blob,
  field_values text not null,
  digest blob not null,
  lat double precision,
  lng double precision,
  area_province blob,
  area_city blob,
  area_county blob,
  area_town blob,
  area_village blob,
  sector text,
  revision bigint not null
);
create index record_body on record (body, stated_at);
create index record_filer on record (filed_by, received_at);
create index record_form on record (form, stated_at);
create index record_county on record (area_county, stated_at, id);
create index record_town on record (area_town, stated_at, id);

-- What a record is about: sites, bodies, posts, tasks.
create table record_subject (
  record blob not null,
  subject blob not null,
  primary key (record, subject)
);
create index record_subject_subject on record_subject (subject);

-- Persons and bodies named in a field of a record.
create table record_member (
  record blob not null,
  field text not null,
  party blob not null,
  primary key (record, field, party)
);

create table attachment (
  hash text primary key,
  media text not null,
  size bigint not null,
  stored_at bigint not null,
  stored_by blob not null
);

create table record_attachment (
  record blob not null,
  field text not null,
  hash text not null,
  name text not null,
  primary key (record, field, hash)
);
