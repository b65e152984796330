-- Looking back at a finished task. A failed evaluation rejects the sign-off, which reopens the task.
create table task_evaluation (
  id blob primary key,
  task blob not null,
  at bigint not null,
  evaluated_by blob not null,
  verdict text not null,
  reason text not null,
  parties text not null
);
create index task_evaluation_task on task_evaluation (task, at);
