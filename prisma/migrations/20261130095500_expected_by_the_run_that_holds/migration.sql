-- A container is expected by the run of whoever holds it, which may be another grouping's van: the run it was
-- sealed for only says what was planned. Until it is taken, or when it was taken outside any run, the plan
-- stands.

-- When what is aboard a run after this stop reaches a hub: the next stop there, or the last stop, moved by
-- the delay of the latest stop reached. It looks at any run: only the two below may call it.
create function navette_run_reaches(p_run uuid, p_after int, p_hub uuid) returns timestamptz
  language sql stable set search_path = public, pg_temp as $$
  select coalesce(
      (select min(planned_at) from run_stop where run_id = p_run and position > p_after and establishment_id = p_hub),
      (select max(planned_at) from run_stop where run_id = p_run))
    + greatest(interval '0', coalesce((select arrived_at - planned_at from run_stop
        where run_id = p_run and arrived_at is not null order by position desc limit 1), interval '0'))
$$;

create or replace function navette_expected_at_hub(p_run_stop uuid) returns timestamptz
  language sql stable security definer set search_path = public, pg_temp as $$
  select navette_run_reaches(own.run_id, own.position, grouping.hub_establishment_id)
  from run_stop own join grouping on grouping.id = own.grouping_id
  where own.id = p_run_stop
    and (own.grouping_id = any (navette_groupings())
      or own.grouping_id::text || '/' || own.establishment_id::text = any (navette_members()))
$$;

-- A sender and a laboratory see this one instant of a run that may be neither's.
create function navette_shipment_expected_at(p_shipment uuid) returns timestamptz
  language sql stable security definer set search_path = public, pg_temp as $$
  select case when aboard.run_id is null then navette_expected_at_hub(shipment.run_stop_id)
    else navette_run_reaches(aboard.run_id, aboard.position, grouping.hub_establishment_id) end
  from specimen_shipment shipment join grouping on grouping.id = shipment.grouping_id
  left join lateral (
    select taken.run_id, coalesce(stop.position, -1) as position
    from custody_chain chain join custody_event taken on taken.container_code = chain.container_code
      left join run_stop stop on stop.id = taken.run_stop_id
    where chain.container_code = shipment.container_code and taken.kind = 'picked-up' and shipment.picked_up_at is not null
    order by (taken.actor_id is not distinct from chain.holder_id) desc, taken.occurred_at desc, taken.chain_position desc
    limit 1) aboard on true
  where shipment.id = p_shipment
    and (shipment.grouping_id = any (navette_groupings())
      or shipment.grouping_id::text || '/' || shipment.establishment_id::text = any (navette_members()))
$$;

revoke execute on function navette_run_reaches(uuid, int, uuid), navette_shipment_expected_at(uuid) from public;
grant execute on function navette_shipment_expected_at(uuid) to navette_app;
