-- The text of a plan as its user attached it: the packs hold clauses in other words and never the document itself.
-- Attaching again makes a new edition; the ones before it stay.
create table plan_text (
  pack text not null,
  edition bigint not null,
  digest blob not null,
  attached_at bigint not null,
  attached_by blob,
  primary key (pack, edition)
);
create table plan_paragraph (
  pack text not null,
  edition bigint not null,
  place bigint not null,
  content text not null,
  -- Numbers of the headings above it, and the clauses that stand in it, as lists.
  numbers text not null,
  clauses text not null,
  primary key (pack, edition, place)
);
