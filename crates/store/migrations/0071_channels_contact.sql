-- Where people are reached outside of the program: an address a channel. Telephones do not stand here; they are sealed.
create table contact (
  person blob not null,
  channel text not null,
  address text not null,
  changed_at bigint not null,
  primary key (person, channel)
);

-- What a person does not want to be sent. Messages that must be known are sent all the same.
create table muted (
  person blob not null,
  category text not null,
  primary key (person, category)
);

-- A message on another channel says for which message of the list it goes out, whether it waits for the morning, and
-- when it is tried again (machine time).
alter table outbox add column parent blob;
alter table outbox add column digest bigint;
alter table outbox add column retry_at bigint;
create index outbox_parent on outbox (parent);
create index outbox_leaving on outbox (channel, due_at, id) where state in ('waiting', 'sending');
