-- Acts of putting a pack in force, asked for by name and dated; one that lies ahead waits for its day.
create table activation_act (
  id blob primary key,
  pack text not null,
  version bigint not null,
  on_day bigint not null,
  recut bigint not null,
  asked_at bigint not null,
  asked_by blob,
  -- The name that the person typed to confirm.
  confirmed_as text not null,
  done_at bigint,
  withdrawn bigint
);
create index activation_act_pack on activation_act (pack, asked_at);

-- A pack as it was put in force, so that the preview of another version can say what it changes.
create table activation_pack (
  pack text not null,
  version bigint not null,
  body text not null,
  primary key (pack, version)
);

-- Assumed parameters that an administrator has confirmed, with the value as it then stood: another value asks again.
create table parameter_confirmed (
  pack text not null,
  clause text not null,
  name text not null,
  given text not null,
  confirmed_at bigint not null,
  confirmed_by blob,
  confirmed_as text not null,
  primary key (pack, clause, name, given)
);
