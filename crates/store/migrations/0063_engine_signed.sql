-- What a body has signed for is few beside what lies with it.
create index obligation_signed on obligation (holder, due_at, id) where outcome is null and signed_at is not null;
