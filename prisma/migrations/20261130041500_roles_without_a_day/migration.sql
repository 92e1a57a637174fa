-- A role taken back before it had run for a whole day keeps its first day and ends before it: it counted
-- for no day, and its dates say so. The verbs refuse such dates to whoever types them.
alter table role_grant drop constraint role_grant_ends_after_start;
