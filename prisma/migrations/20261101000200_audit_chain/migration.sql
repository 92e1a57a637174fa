-- The audit trail as hash chains: one per grouping, and 'system' for what belongs to none.
-- Each seal covers the one before it, so that changing, removing or inserting an entry afterwards
-- breaks every later seal.

-- The same bytes in every session, whatever its time zone or date style; an array, so that no field
-- can flow into its neighbour.
create function navette_audit_bytes(entry audit_entry) returns bytea language sql stable parallel safe
  as $$ select convert_to(jsonb_build_array(
    entry.id,
    entry.grouping_id,
    entry.establishment_id,
    to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    entry.actor_kind,
    entry.actor_id,
    entry.action,
    entry.subject_type,
    entry.subject_id,
    entry.request_id,
    entry.details)::text, 'UTF8') $$;

-- hash(n) = sha256(hash(n - 1) || entry(n)); `head` starts the walk, empty for a new chain.
create function navette_audit_link(hash bytea, head bytea, entry bytea) returns bytea
  language sql immutable parallel safe
  as $$ select sha256(coalesce(hash, head) || entry) $$;
create aggregate navette_audit_walk(head bytea, entry bytea) (sfunc = navette_audit_link, stype = bytea);

create index audit_seal_by_time on audit_seal (sealed_at desc, entry_id desc) include (chain);

-- Seals every entry that has none, in the order of their ids as far as they are visible now: an entry
-- whose transaction commits later with a lower id comes later in the chain. Answers how many.
--
-- Only entries above a low-water mark are looked at. Ids are given in rising order, and no transaction
-- of the program lasts an hour (its limit is ten minutes): what a run sealed an hour before the latest
-- run bounds from below everything that the latest run could not see.
create function navette_seal_audit() returns bigint language plpgsql volatile as $$
declare
  low_water bigint;
  sealed bigint;
begin
  -- One sealer at a time; the statements below see what the one before it committed.
  perform pg_advisory_xact_lock(hashtextextended('navette.audit-seal', 0));

  select s.entry_id into low_water
    from audit_seal s
    where s.sealed_at < (select max(l.sealed_at) from audit_seal l) - interval '1 hour'
    order by s.sealed_at desc, s.entry_id desc
    limit 1;

  with unsealed as materialized (
    select coalesce(e.grouping_id::text, 'system') as chain, e.grouping_id, e.id, navette_audit_bytes(e) as entry
      from audit_entry e
      where e.id > coalesce(low_water, 0)
        and not exists (select from audit_seal s where s.entry_id = e.id)
  ), head as materialized (
    select c.chain, coalesce(h.position, 0) as position, coalesce(h.hash, ''::bytea) as hash
      from (select distinct chain from unsealed) c
      left join lateral (
        select s.position, s.hash from audit_seal s where s.chain = c.chain order by s.position desc limit 1
      ) h on true
  )
  insert into audit_seal (chain, position, entry_id, grouping_id, hash, sealed_at)
  select u.chain,
      head.position + row_number() over walk,
      u.id,
      u.grouping_id,
      navette_audit_walk(head.hash, u.entry) over walk,
      now()
    from unsealed u join head using (chain)
    window walk as (partition by u.chain order by u.id rows unbounded preceding);
  get diagnostics sealed = row_count;
  return sealed;
end
$$;

-- The first seal of a chain that does not hold, and why; no row when the whole chain holds.
create function navette_audit_break(wanted text) returns table (at_position bigint, reason text)
  language sql stable as $$
  with seal as (
    select s.position, s.hash, e.id is null as is_missing,
        coalesce(e.grouping_id::text, 'system') as entry_chain,
        lag(s.position, 1, 0::bigint) over walk as previous_position,
        lag(s.hash, 1, ''::bytea) over walk as previous_hash,
        case when e.id is null then null else navette_audit_bytes(e) end as entry
      from audit_seal s left join audit_entry e on e.id = s.entry_id
      where s.chain = wanted
      window walk as (order by s.position)
  ), judged as (
    select case when position <> previous_position + 1 then previous_position + 1 else position end as at_position,
        case
          when position <> previous_position + 1 then 'seal-missing'
          when is_missing then 'entry-missing'
          when entry_chain <> wanted then 'entry-moved'
          when hash <> sha256(previous_hash || entry) then 'entry-changed'
        end as reason
      from seal
  )
  select j.at_position, j.reason from judged j where j.reason is not null order by j.at_position limit 1
$$;

revoke execute on function navette_audit_bytes(audit_entry), navette_audit_link(bytea, bytea, bytea),
  navette_audit_walk(bytea, bytea), navette_seal_audit(), navette_audit_break(text) from public;
grant execute on function navette_audit_bytes(audit_entry), navette_audit_link(bytea, bytea, bytea),
  navette_audit_walk(bytea, bytea), navette_seal_audit(), navette_audit_break(text) to navette_app;

-- A job of the program itself belongs to no grouping; its letter is for whoever administers one.
drop policy kept on dead_letter;
create policy kept on dead_letter for all to navette_app
  using ((select navette_is_system())
    or grouping_id = any ((select navette_groupings())::uuid[])
    or (grouping_id is null and cardinality((select navette_groupings())) > 0));
