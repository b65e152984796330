-- A body's obligation may be handed out: the children name it, keep its rule and have clocks of their own.
alter table obligation add column parent blob;
-- Who accepts what is submitted, resolved when it opens; none where nobody has to.
alter table obligation add column receiver blob;
-- Where the submission stands (approving, waiting, returned) and until when the next act on it is due.
alter table obligation add column stage text;
alter table obligation add column stage_due bigint;
-- While an in-time submission is with somebody else, `grace_until` is moved and this is where it stood.
alter table obligation add column kept_grace bigint;
create index obligation_parent on obligation (parent) where parent is not null;
create index obligation_unsigned on obligation (holder, due_at, id) where outcome is null and signed_at is null;

-- Who handed what out, with his note.
create table hand_out (
  child blob primary key,
  parent blob not null,
  handed_by blob not null,
  handed_at bigint not null,
  note text not null
);
create index hand_out_parent on hand_out (parent, handed_at);
