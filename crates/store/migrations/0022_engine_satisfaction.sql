-- Which record counts for which part of which obligation. Append-only: a reversal names what reversed it.
create table satisfaction (
  id blob primary key,
  obligation blob not null,
  part bigint not null,
  element blob,
  record blob not null,
  amount bigint not null,
  stated bigint not null,
  received bigint not null,
  reversed_by blob
);
create index satisfaction_obligation on satisfaction (obligation);
create index satisfaction_record on satisfaction (record);
