-- Days on which more is asked, beside what is always asked. One of a pack bears the pack's name, one that was entered none.
-- A withdrawn one stays: what it opened and was met in it remains answerable.
create table key_period (
  id text primary key,
  title text not null,
  title_en text not null,
  from_day bigint not null,
  until_day bigint not null,
  -- Thousandths.
  factor bigint not null,
  package text,
  pack text,
  entered_by blob,
  entered_at bigint not null,
  withdrawn_at bigint,
  withdrawn_by blob
);
create index key_period_until on key_period (until_day);

-- What a key period opened, so that withdrawing it finds what is still unmet.
create table key_period_opening (
  key_period text not null,
  definition text not null,
  slot text not null,
  period text not null,
  primary key (key_period, definition, period)
);
