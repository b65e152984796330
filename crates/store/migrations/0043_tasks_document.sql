-- A document sent to addressees, each of whom signs for it; who has signed stands in their obligations.
create table issued_document (
  id blob primary key,
  pack text not null,
  title text not null,
  number text not null,
  summary text not null,
  clauses text not null,
  issued_at bigint not null,
  issued_by blob not null,
  issued_for blob not null,
  due_at bigint not null,
  area_province blob,
  area_city blob,
  area_county blob,
  area_town blob,
  area_village blob,
  sector text
);
create index issued_document_all on issued_document (issued_at, id);
create index issued_document_county on issued_document (area_county, issued_at, id);
create index issued_document_town on issued_document (area_town, issued_at, id);
