-- The body that collected the sheet from which a record came: it reads the whole original, others only with every record
-- of it in sight. Absent where nobody collected it.
alter table record_attachment add column collector blob;
