-- How many obligations of a rule stand alike, area by area, so that the bars of a plan are read and not counted: a page over
-- two million obligations sums some thousand cells. What changes is appended here by whoever changes it, since a cell that
-- everybody updates would be one that everybody waits for; folding adds it to the cells of every area above.
-- `owed` keeps its clocks, from which its state follows; what is met in time or late has none.
create table tally_delta (
  rule blob not null,
  area_province blob,
  area_city blob,
  area_county blob,
  area_town blob,
  area_village blob,
  sector text,
  class text not null,
  opened_at bigint not null,
  soon_at bigint not null,
  grace_until bigint not null,
  after_due text not null,
  amount bigint not null,
  -- Set by the fold that takes it.
  taken blob
);
create index tally_delta_taken on tally_delta (taken);

-- An area of whatever level (sixteen zeros: all of them), and a sector (`*`: all of them).
create table tally (
  area blob not null,
  sector text not null,
  rule blob not null,
  class text not null,
  opened_at bigint not null,
  soon_at bigint not null,
  grace_until bigint not null,
  after_due text not null,
  amount bigint not null,
  primary key (area, sector, rule, class, opened_at, soon_at, grace_until, after_due)
);
create index tally_empty on tally (area) where amount = 0;

-- What stands already.
insert into tally_delta (rule, area_province, area_city, area_county, area_town, area_village, sector, class, opened_at, soon_at, grace_until, after_due, amount)
select rule, area_province, area_city, area_county, area_town, area_village, sector,
  case when outcome is null then 'owed' when met_received <= grace_until then 'met' else 'late' end,
  case when outcome is null then opened_at else 0 end, case when outcome is null then soon_at else 0 end, case when outcome is null then grace_until else 0 end,
  case when outcome is null then after_due else '' end,
  count(*)
from obligation where parent is null and (outcome is null or outcome = 'met')
group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12;

-- Whoever changes an outcome or a clock need not know of the cells.
create trigger obligation_tally after update of outcome, met_received, opened_at, soon_at, grace_until, after_due, rule, sector, area_province, area_city, area_county, area_town, area_village on obligation
when new.parent is null and (old.outcome is not new.outcome
  or old.met_received is not new.met_received
  or old.opened_at is not new.opened_at
  or old.soon_at is not new.soon_at
  or old.grace_until is not new.grace_until
  or old.after_due is not new.after_due
  or old.rule is not new.rule
  or old.sector is not new.sector
  or old.area_province is not new.area_province
  or old.area_city is not new.area_city
  or old.area_county is not new.area_county
  or old.area_town is not new.area_town
  or old.area_village is not new.area_village)
begin
insert into tally_delta (rule, area_province, area_city, area_county, area_town, area_village, sector, class, opened_at, soon_at, grace_until, after_due, amount)
select old.rule, old.area_province, old.area_city, old.area_county, old.area_town, old.area_village, old.sector,
  case when old.outcome is null then 'owed' when old.met_received <= old.grace_until then 'met' else 'late' end,
  case when old.outcome is null then old.opened_at else 0 end, case when old.outcome is null then old.soon_at else 0 end, case when old.outcome is null then old.grace_until else 0 end,
  case when old.outcome is null then old.after_due else '' end, -1
where old.outcome is null or old.outcome = 'met'
; insert into tally_delta (rule, area_province, area_city, area_county, area_town, area_village, sector, class, opened_at, soon_at, grace_until, after_due, amount)
select new.rule, new.area_province, new.area_city, new.area_county, new.area_town, new.area_village, new.sector,
  case when new.outcome is null then 'owed' when new.met_received <= new.grace_until then 'met' else 'late' end,
  case when new.outcome is null then new.opened_at else 0 end, case when new.outcome is null then new.soon_at else 0 end, case when new.outcome is null then new.grace_until else 0 end,
  case when new.outcome is null then new.after_due else '' end, 1
where new.outcome is null or new.outcome = 'met'
; end;
