-- The same index with the outcome in it: SQLite takes an index for covering only where it holds every column of the
-- condition, also the one that its own predicate has settled.
drop index obligation_county_holder_open;
create index obligation_county_holder_open on obligation
  (area_county, holder, due_at, opened_at, grace_until, rule, outcome, after_due) where outcome is null;
