-- Which packs are in force since when. Activation is a dated, logged act.
create table activation (
  pack text primary key,
  version bigint not null,
  at bigint not null
);
