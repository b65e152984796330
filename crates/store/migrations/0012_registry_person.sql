-- Persons and the posts they hold for a time. Place and sector are those of the body, copied so that lists of persons
-- and posts go through the same scope columns as everything else.
create table person (
  id blob primary key references party (id),
  name text not null,
  -- Sealed under the person's own key; never in ledger or logs.
  phone_sealed blob,
  -- Main body.
  org blob references org (id),
  sector text,
  area_province blob,
  area_city blob,
  area_county blob,
  area_town blob,
  area_village blob,
  from_day bigint not null,
  until_day bigint,
  version bigint not null
);
create index person_name on person (name, id);
create index person_org on person (org, name);
create index person_county on person (area_county, name, id);
create index person_town on person (area_town, name, id);
create index person_village on person (area_village, name, id);

create table post (
  id blob primary key references party (id),
  org blob not null references org (id),
  title text not null,
  -- 1 is the head of the body; larger numbers stand below.
  rank bigint not null,
  -- 1: approves what the body submits.
  approver bigint not null,
  -- 1: sees and signs what lands in the body's tray.
  receiving_clerk bigint not null,
  superior blob references post (id),
  -- Whoever holds that post stands in here (替岗).
  stand_in blob references post (id),
  sector text,
  area_province blob,
  area_city blob,
  area_county blob,
  area_town blob,
  area_village blob,
  from_day bigint not null,
  until_day bigint,
  version bigint not null
);
create index post_org on post (org, rank, id);
create index post_title on post (title, id);
create index post_county on post (area_county, title, id);
create index post_town on post (area_town, title, id);
create index post_village on post (area_village, title, id);

-- Who holds a post from when to when; a stand-in (AB岗) acts where the holder cannot.
create table post_holder (
  post blob not null references post (id),
  person blob not null references person (id),
  from_day bigint not null,
  until_day bigint,
  stand_in bigint not null,
  primary key (post, person, from_day)
);
create index post_holder_person on post_holder (person);
