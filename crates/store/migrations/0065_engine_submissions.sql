-- A record put before somebody who decides about it for one obligation: the holder's own approver (step approve) or the
-- receiver (step accept). States: waiting, accepted, returned, superseded, withdrawn. Rows stay, so the first one shows.
create table submission (
  id blob primary key,
  obligation blob not null,
  record blob not null,
  step text not null,
  -- Who decides.
  party blob not null,
  state text not null,
  -- The time that counts once it is accepted.
  received bigint not null,
  opened_at bigint not null,
  due_at bigint not null,
  -- The obligation under which the decision is owed, where it is owed by another party.
  owed blob,
  decided_at bigint,
  decided_by blob,
  reason text,
  missing text,
  -- Until when a correction of what was returned keeps the first time.
  correct_until bigint
);
create index submission_obligation on submission (obligation, opened_at, id);
create index submission_record on submission (record);
create index submission_owed on submission (owed);
create index submission_waiting on submission (party, due_at, id) where state = 'waiting';
