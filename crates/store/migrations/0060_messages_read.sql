-- Who has opened which message of the list in the program. A message to a body is read by each of its people for himself.
create table message_read (
  message blob not null,
  person blob not null,
  read_at bigint not null,
  primary key (message, person)
);
