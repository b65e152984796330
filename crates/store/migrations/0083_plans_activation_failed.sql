-- Why an act could not be carried out on its day, as a reason in JSON. Such an act waits no longer and may be asked again.
alter table activation_act add column failed text;
