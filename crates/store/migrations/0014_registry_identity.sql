-- Accounts, their roles and their sessions. All instants here are machine time: a training clock never ends a session.
create table account (
  id blob primary key,
  login text not null unique,
  person blob references person (id),
  password_hash text not null,
  state text not null,
  -- Wrong passwords since the last right one, and until when sign-in is refused because of them.
  failed bigint not null,
  locked_until bigint,
  must_change bigint not null,
  language text not null,
  created_at bigint not null,
  version bigint not null
);
create index account_person on account (person);

-- Roles are names of the packs; `org` is the body for which the role is held (null: the person's main body).
create table account_role (
  id blob primary key,
  account blob not null references account (id),
  role text not null,
  org blob references org (id),
  from_day bigint not null,
  until_day bigint
);
create index account_role_account on account_role (account, role);

-- The token itself is known to the browser only; here stands its digest.
create table session (
  id_hash blob primary key,
  account blob not null references account (id),
  created bigint not null,
  seen bigint not null,
  expires bigint not null,
  revoked bigint
);
create index session_account on session (account);
