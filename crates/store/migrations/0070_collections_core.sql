-- Records collected by spreadsheet (表格收集): what was asked of whom, and what came back.
create table collection (
  id blob primary key,
  title text not null,
  form text not null,
  form_version bigint not null,
  note text not null,
  due_day bigint not null,
  filter text not null,
  issued_at bigint not null,
  issued_by blob not null,
  issued_for blob not null
);
create index collection_issuer on collection (issued_for, issued_at, id);

-- One sheet for each addressee. The original that came back is kept by its content address.
create table collection_sheet (
  id blob primary key,
  collection blob not null,
  seq bigint not null,
  body blob not null,
  row_count bigint not null,
  returned_at bigint,
  returned_by blob,
  original text
);
create index collection_sheet_collection on collection_sheet (collection, seq);
create index collection_sheet_body on collection_sheet (body, collection);

-- One row for each obligation, with what was written into it before it left (JSON) and the record that came of it.
create table collection_row (
  id blob primary key,
  sheet blob not null,
  seq bigint not null,
  obligation blob not null,
  prefilled text not null,
  record blob,
  attempts bigint not null
);
create index collection_row_sheet on collection_row (sheet, seq);
