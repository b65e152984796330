-- A record made off line: when its device last had contact. Stated and received time both stay.
alter table record add column last_contact bigint;
