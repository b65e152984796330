-- Which obligations were urged together with others (催办), so that nobody is urged twice within a day.
create table urging (
  obligation blob not null,
  at bigint not null,
  urged_by blob not null,
  primary key (obligation, at)
);

-- Who still owes in a county: the group and everything it counts stand in the index, so that no row is read for it.
create index obligation_county_holder_open on obligation
  (area_county, holder, due_at, opened_at, grace_until, rule) where outcome is null;
