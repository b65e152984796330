-- Who brings a task about, frozen when it was issued. A patron has no obligation; only parties that guard decide
-- whether the task is done.
create table task_party (
  task blob not null,
  party blob not null,
  role text not null,
  guards bigint not null,
  obligation blob,
  primary key (task, party, role)
);
create index task_party_party on task_party (party, role);
create index task_party_obligation on task_party (obligation);

-- A point on the way, for which each lead holds an obligation whose subject is the milestone.
create table task_milestone (
  id blob primary key,
  task blob not null,
  key text not null,
  title text not null,
  due_day bigint not null
);
create index task_milestone_task on task_milestone (task);
