-- Packs for which a key period was entered, one a line: those whose area lay within the scope of whoever entered it.
-- None: it holds for all, or for the pack that brought it.
alter table key_period add column packs text;
