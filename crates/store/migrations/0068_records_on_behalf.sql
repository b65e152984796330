-- A record that somebody filed for a body (代填): the channel by which it came; what it was typed from is its
-- attachment of the field `on_behalf`. The body may contest it; then it counts for nothing until that is settled.
alter table record add column channel text;
alter table record add column contested_at bigint;
alter table record add column contested_by blob;
alter table record add column contest_reason text;
alter table record add column settled_at bigint;
alter table record add column settled_by blob;
alter table record add column settled_as text;
create index record_contested on record (body, contested_at) where state = 'contested';
