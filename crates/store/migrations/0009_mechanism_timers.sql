-- Timers are the only way in which time makes something happen; the loop sleeps until the first undone one.
create table timer (
  id blob primary key,
  due_at bigint not null,
  key text not null,
  kind text not null,
  body text not null,
  done_at bigint,
  -- Why a rule refused to run it; such a timer is passed over and reported, and those behind it go on.
  failed text
);
create index timer_due on timer (due_at, key) where done_at is null;
