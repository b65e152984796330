-- What was handed to somebody is found by id and put in order: both stand in this index, so no row is read for it.
create index obligation_handed on obligation (id, due_at) where outcome is null and parent is null;
