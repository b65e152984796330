-- Everybody who can owe or receive has one row here: org, post, person or group. Holders, audiences and parties of a
-- matter point at this table only.
create table party (
  id blob primary key,
  kind text not null
);

create table org (
  id blob primary key references party (id),
  name text not null,
  kind text not null,
  credit_code text,
  sector text,
  -- The committee or body whose office this body is.
  office_of blob references org (id),
  superior blob references org (id),
  area blob not null references area (id),
  area_province blob,
  area_city blob,
  area_county blob,
  area_town blob,
  area_village blob,
  from_day bigint not null,
  until_day bigint,
  initials text not null,
  version bigint not null
);
create unique index org_credit_code on org (credit_code);
create index org_name on org (name, id);
create index org_kind on org (kind, name, id);
create index org_area on org (area, name);
create index org_superior on org (superior);
create index org_office_of on org (office_of);
create index org_province on org (area_province, name, id);
create index org_city on org (area_city, name, id);
create index org_county on org (area_county, name, id);
create index org_town on org (area_town, name, id);
create index org_village on org (area_village, name, id);

-- Other names under which plans and lists speak of the body.
create table org_alias (
  org blob not null references org (id),
  alias text not null,
  primary key (org, alias)
);
create index org_alias_alias on org_alias (alias);

-- Identities that one body holds besides its kind.
create table org_identity (
  org blob not null references org (id),
  identity text not null,
  primary key (org, identity)
);
create index org_identity_identity on org_identity (identity);

-- Every sector that a body supervises; the first of them is also the column of its row.
create table org_sector (
  org blob not null references org (id),
  sector text not null,
  primary key (org, sector)
);

create table party_group (
  id blob primary key references party (id),
  name text not null
);

-- Members of a committee or of a group, dated.
create table org_member (
  org blob not null references party (id),
  member blob not null references party (id),
  role text not null,
  from_day bigint not null,
  until_day bigint,
  primary key (org, member, role, from_day)
);
create index org_member_member on org_member (member);

-- Two-character pieces, words and initials of names, so that search needs nothing a database brings along.
create table registry_piece (
  kind text not null,
  piece text not null,
  subject blob not null,
  primary key (kind, piece, subject)
);
create index registry_piece_subject on registry_piece (subject);
