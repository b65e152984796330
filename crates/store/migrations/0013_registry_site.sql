-- Whatever is supervised: premises, buildings, equipment, vehicles, slopes.
create table site (
  id blob primary key,
  name text not null,
  kind text not null,
  credit_code text,
  -- The body that runs it.
  org blob references org (id),
  parent blob references site (id),
  sector text,
  lat double precision,
  lng double precision,
  attributes text not null,
  area blob not null references area (id),
  area_province blob,
  area_city blob,
  area_county blob,
  area_town blob,
  area_village blob,
  from_day bigint not null,
  until_day bigint,
  version bigint not null
);
create index site_credit_code on site (credit_code);
create index site_name on site (name, id);
create index site_kind on site (kind, name, id);
create index site_org on site (org, name);
create index site_parent on site (parent);
create index site_province on site (area_province, name, id);
create index site_city on site (area_city, name, id);
create index site_county on site (area_county, name, id);
create index site_town on site (area_town, name, id);
create index site_village on site (area_village, name, id);

-- Tags, dated. A derived grade or colour carries the reason (code and parameters as text) that gave it.
create table site_tag (
  site blob not null references site (id),
  tag text not null,
  value text,
  reason text,
  from_day bigint not null,
  until_day bigint,
  primary key (site, tag, from_day)
);
create index site_tag_tag on site_tag (tag, site);

-- Who answers for a site in which role, dated.
create table capacity (
  id blob primary key,
  site blob not null references site (id),
  role text not null,
  party blob not null references party (id),
  from_day bigint not null,
  until_day bigint
);
create index capacity_site on capacity (site, role, from_day);
create index capacity_party on capacity (party, site);
create index capacity_role on capacity (role, site);
