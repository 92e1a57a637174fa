-- Custody: one call takes a batch of events a device recorded, possibly hours ago and without network.
--
-- Locking rule: the device, then its containers in ascending code order, and only then a second
-- statement looks at what is already known. Under READ COMMITTED that statement sees what the lock
-- waited for, so two devices on one container chain one after the other.
--
-- SECURITY DEFINER with an explicit scope check: repetitions are recognised exactly, and row security
-- is not planned into every statement. pg_temp comes last in search_path, or a caller's temporary table
-- could stand in for ours. Plans are made once, when the tables are nearly empty, and must stay good as
-- they grow: sequential scans are off, and with them the reason to compile (jit).

alter table custody_chain set (fillfactor = 50);
create index custody_conflict_by_event on custody_conflict (event_id) include (reason);
create index specimen_shipment_by_deadline on specimen_shipment (grouping_id, deadline_at) where state in ('sealed', 'in-transit', 'delivered');
alter table custody_event add constraint custody_event_kind_known check (kind in ('picked-up', 'handed-over', 'dropped-off', 'temperature', 'arrived-at-stop', 'closed-stop', 'received'));
alter table custody_event add constraint custody_event_input_known check (input_mode in ('camera', 'wedge', 'manual') and (input_mode <> 'manual' or manual_reason is not null));
alter table custody_chain add constraint custody_chain_subject_known check (subject_type in ('specimen-shipment', 'tote', 'run-stop', 'run', 'unknown'));

-- What the chain seals of an event: every stored column but the hash itself. Instants as milliseconds,
-- so that no session setting changes the bytes.
create function navette_custody_fact(e custody_event) returns bytea language sql stable as $$
  select convert_to(jsonb_build_array(
    e.event_id, e.grouping_id, e.establishment_id, e.device_id, e.device_sequence, e.kind, e.container_code,
    e.tube_code, e.chain_position, encode(e.payload_hash, 'hex'), e.run_id, e.run_stop_id, e.place_establishment_id,
    e.actor_id, e.counterpart, e.input_mode, e.manual_reason, e.temperature_deci_celsius, e.seal_number,
    (extract(epoch from e.device_at) * 1000)::bigint, e.clock_offset_ms, (extract(epoch from e.occurred_at) * 1000)::bigint,
    (extract(epoch from e.received_at) * 1000)::bigint, to_jsonb(e.flags), e.verdict)::text, 'UTF8')
$$;

-- Limits of the temperature classes in tenths of a degree; a class without a stated range has none.
create function navette_is_excursion(p_class text, p_deci_celsius int) returns boolean language sql immutable as $$
  select coalesce(case p_class
    when 'ambient' then p_deci_celsius not between 150 and 250
    when 'cold' then p_deci_celsius not between 20 and 80
    when 'frozen' then p_deci_celsius > -180
    when 'deep-frozen' then p_deci_celsius > -700
  end, false)
$$;

-- Every code scanned has a chain, even one nobody knows: what a courier saw is never lost.
create function navette_open_custody_chains(p_groupings uuid[], p_codes text[], p_runs uuid[], p_now timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp
  set enable_seqscan = off set jit = off set plan_cache_mode = force_generic_plan as $$
begin
  if not exists (select from unnest(p_codes) code where not exists (select from custody_chain where container_code = code)) then
    return;
  end if;
  insert into custody_chain (container_code, grouping_id, establishment_id, subject_type, subject_id, head_hash, holder_kind, holder_id, updated_at)
  select code, owner.grouping_id, owner.establishment_id, owner.subject_type, owner.subject_id, ''::bytea,
    case owner.subject_type when 'specimen-shipment' then 'sender' when 'tote' then 'hub' else 'nobody' end,
    case owner.subject_type when 'specimen-shipment' then owner.establishment_id end, p_now
  from (
    select distinct on (code) code, run_id from unnest(p_codes, p_runs) as scanned (code, run_id)
    where not exists (select from custody_chain where container_code = code) order by code, run_id) missing
  cross join lateral (
    select grouping_id, establishment_id, 'specimen-shipment' as subject_type, id as subject_id, 1 as rank
      from specimen_shipment where container_code = code
    union all select grouping_id, establishment_id, 'tote', id, 2 from tote where tote.code = missing.code
    union all select grouping_id, establishment_id, 'run-stop', id, 3 from run_stop
      where id = case when missing.code like 'stop:%' then substr(missing.code, 6)::uuid end
    union all select grouping_id, null, 'run', id, 4 from run
      where id = case when missing.code like 'run:%' then substr(missing.code, 5)::uuid end
    union all select coalesce((select grouping_id from run where id = missing.run_id and grouping_id = any (p_groupings)), p_groupings[1]), null, 'unknown', null, 5
    order by rank limit 1) owner
  where owner.grouping_id = any (p_groupings)
  order by code
  on conflict do nothing;
end
$$;

-- An event id that another device wrote between our look and our insert: the whole batch is judged again.
create function navette_run_again() returns text language plpgsql as $$
begin
  raise exception 'Another device wrote one of these events' using errcode = '40001';
end
$$;

-- Takes the events of one device. p_codes holds the chain of each event: its container, or its stop.
-- Answers one row per event, in the order given. An event already known with the same content is a
-- duplicate; with other content it is a conflict, kept once, never merged.
create function navette_ingest_custody(
  p_device uuid, p_actor uuid, p_groupings uuid[], p_offset_ms int, p_received timestamptz, p_codes text[], p_events jsonb)
  returns table (item int, result text, reason text, container_code text, flags text[], grouping_id uuid)
  language plpgsql security definer set search_path = public, pg_temp
  set enable_seqscan = off set jit = off set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  v_groupings uuid[] := array(select g from unnest(p_groupings) with ordinality as asked (g, n) where g = any (navette_groupings()) order by n);
  v_sequences bigint[] := array(select (payload->>'sequence')::bigint from jsonb_array_elements(p_events) as e (payload));
begin
  if cardinality(v_groupings) = 0 then
    raise exception 'No access to the custody of these groupings' using errcode = '42501';
  end if;

  perform pg_advisory_xact_lock(hashtextextended('custody device ' || p_device::text, 0));
  perform navette_open_custody_chains(v_groupings, p_codes,
    array(select (payload->>'runId')::uuid from jsonb_array_elements(p_events) with ordinality as e (payload, n) order by n), p_received);
  perform from custody_chain where container_code = any (p_codes) and grouping_id = any (v_groupings)
    order by container_code for no key update;

  return query
  with recursive items as materialized (
    select n::int as item, code, payload, sha256(convert_to(p_device::text || payload::text, 'UTF8')) as payload_hash, f.*,
      min(n) over (partition by "eventId")::int as first_of_id, min(n) over (partition by sequence)::int as first_of_sequence
    from unnest(p_codes) with ordinality as c (code, n)
    join jsonb_array_elements(p_events) with ordinality as e (payload, n) using (n)
    cross join lateral jsonb_to_record(payload) as f (
      "eventId" uuid, sequence bigint, kind text, "tubeCode" text, "runId" uuid, "runStopId" uuid, "placeEstablishmentId" uuid,
      counterpart text, "inputMode" text, "manualReason" text, "temperatureDeciCelsius" int, "sealNumber" text, "deviceAt" timestamptz)),
  earlier as materialized (
    select item, bool_or(same_id and hash = payload_hash) as is_same, bool_or(same_id) as is_reused_id from (
      select i.item, i.payload_hash, true as same_id, e.payload_hash as hash from items i join custody_event e on e.event_id = i."eventId"
      union all
      select i.item, i.payload_hash, false, null from custody_event e join items i on i.sequence = e.device_sequence
        where e.device_id = p_device and e.device_sequence = any (v_sequences)
      union all
      select i.item, i.payload_hash, true, j.payload_hash from items i join items j on j.item = i.first_of_id where i.first_of_id < i.item
      union all
      select item, payload_hash, false, null from items where first_of_sequence < item) known
    group by item),
  judged as materialized (
    select items.*, chain.grouping_id, chain.establishment_id, chain.subject_type, chain.subject_id, chain.last_position, chain.head_hash,
      "deviceAt" + p_offset_ms * interval '1 millisecond' as occurred_at,
      case when chain.grouping_id is null then 'rejected' when earlier.is_same then 'duplicate'
        when earlier.item is not null then 'conflict' else 'accepted' end as result,
      case when chain.grouping_id is null then 'not-served' when earlier.is_same then null
        when earlier.is_reused_id then 'event-id-reused' when earlier.item is not null then 'sequence-reused' end as reason
    from items
    left join custody_chain chain on chain.container_code = items.code and chain.grouping_id = any (v_groupings)
    left join earlier on earlier.item = items.item),
  flagged as (
    select judged.*, row_number() over (partition by judged.code order by judged.occurred_at, judged.sequence)::int as rank,
      array_remove(array[
        case when abs(p_offset_ms) > 120000 then 'clock-corrected' end,
        case when judged.occurred_at > p_received then 'future-dated' end,
        case when judged.subject_type = 'unknown' then 'unknown-container' end,
        case when shipment.state = 'draft' then 'not-sealed' end,
        case when shipment.state in ('receiving', 'reconciled', 'cancelled', 'lost') or run.state in ('completed', 'aborted') then 'late' end,
        case when navette_is_excursion(coalesce(shipment.temperature_class, tote.storage_class), "temperatureDeciCelsius") then 'excursion' end,
        case when "sealNumber" <> coalesce(shipment.seal_number, tote.seal_number) then 'seal-mismatch' end], null) as flags
    from judged
    left join specimen_shipment shipment on judged.subject_type = 'specimen-shipment' and shipment.id = judged.subject_id
    left join tote on judged.subject_type = 'tote' and tote.id = judged.subject_id
    left join run on run.id = judged."runId"
    where judged.result = 'accepted'),
  fresh as materialized (
    select item, code, rank, flags, head_hash,
      row("eventId", grouping_id, establishment_id, p_device, sequence, kind, code, "tubeCode", last_position + rank, ''::bytea, payload_hash,
        "runId", "runStopId", "placeEstablishmentId", p_actor, counterpart, "inputMode", "manualReason", "temperatureDeciCelsius",
        "sealNumber", "deviceAt", p_offset_ms, occurred_at, p_received, flags, 'accepted')::custody_event as fact
    from flagged),
  linked as (
    select item, code, rank, fact, sha256(head_hash || navette_custody_fact(fact)) as hash from fresh where rank = 1
    union all
    select fresh.item, fresh.code, fresh.rank, fresh.fact, sha256(linked.hash || navette_custody_fact(fresh.fact))
    from linked join fresh on fresh.code = linked.code and fresh.rank = linked.rank + 1),
  written as (
    insert into custody_event (event_id, grouping_id, establishment_id, device_id, device_sequence, kind, container_code, tube_code,
      chain_position, chain_hash, payload_hash, run_id, run_stop_id, place_establishment_id, actor_id, counterpart, input_mode,
      manual_reason, temperature_deci_celsius, seal_number, device_at, clock_offset_ms, occurred_at, received_at, flags, verdict)
    select (fact).event_id, (fact).grouping_id, (fact).establishment_id, (fact).device_id, (fact).device_sequence, (fact).kind,
      (fact).container_code, (fact).tube_code, (fact).chain_position, hash, (fact).payload_hash, (fact).run_id, (fact).run_stop_id,
      (fact).place_establishment_id, (fact).actor_id, (fact).counterpart, (fact).input_mode, (fact).manual_reason,
      (fact).temperature_deci_celsius, (fact).seal_number, (fact).device_at, (fact).clock_offset_ms, (fact).occurred_at,
      (fact).received_at, (fact).flags, (fact).verdict
    from linked order by code, rank
    on conflict do nothing returning event_id),
  heads as (
    update custody_chain chain set last_position = (last.fact).chain_position, head_hash = last.hash, updated_at = p_received
    from (select distinct on (code) code, fact, hash from linked order by code, rank desc) last
    where chain.container_code = last.code),
  kept as (
    insert into custody_conflict (id, grouping_id, event_id, device_id, device_sequence, payload, reason, actor_id, received_at)
    select gen_random_uuid(), grouping_id, "eventId", p_device, sequence, payload, reason, p_actor, p_received from judged
    where result = 'conflict' and not exists (select from custody_conflict seen
      where seen.event_id = "eventId" and seen.device_id = p_device and seen.payload = judged.payload)),
  unwritten as (
    select "eventId" from judged where result = 'accepted' except all select event_id from written)
  select judged.item, case when unwritten."eventId" is null then judged.result else navette_run_again() end, judged.reason, judged.code,
    coalesce(fresh.flags, '{}'), judged.grouping_id
  from judged left join fresh on fresh.item = judged.item left join unwritten on unwritten."eventId" = judged."eventId"
  order by judged.item;
end
$$;

-- When what is collected at this stop is expected at the hub: the run's stop there, or its last stop,
-- moved by the delay of the latest stop reached. A member sees this one instant, not the other stops.
create function navette_expected_at_hub(p_run_stop uuid) returns timestamptz
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(
      (select min(stop.planned_at) from run_stop stop where stop.run_id = own.run_id and stop.position > own.position
        and stop.establishment_id = grouping.hub_establishment_id),
      (select max(stop.planned_at) from run_stop stop where stop.run_id = own.run_id))
    + greatest(interval '0', coalesce((select stop.arrived_at - stop.planned_at from run_stop stop
        where stop.run_id = own.run_id and stop.arrived_at is not null order by stop.position desc limit 1), interval '0'))
  from run_stop own join grouping on grouping.id = own.grouping_id
  where own.id = p_run_stop
    and (own.grouping_id = any (navette_groupings())
      or own.grouping_id::text || '/' || own.establishment_id::text = any (navette_members()))
$$;

revoke execute on function
  navette_open_custody_chains(uuid[], text[], uuid[], timestamptz),
  navette_ingest_custody(uuid, uuid, uuid[], int, timestamptz, text[], jsonb),
  navette_expected_at_hub(uuid) from public;
grant execute on function
  navette_ingest_custody(uuid, uuid, uuid[], int, timestamptz, text[], jsonb),
  navette_expected_at_hub(uuid) to navette_app;
