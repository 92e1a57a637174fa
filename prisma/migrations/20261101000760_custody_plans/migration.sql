-- A batch is a hundred keys against tables of millions. A session that plans while the tables are still
-- small would read them whole, for a hash or for a nested loop without a key, and keep doing so as they grow.
-- So every look into a table is a lateral look-up by its key, which can only be planned as one.

create function navette_custody_link(hash bytea, head bytea, fact bytea) returns bytea
  language sql immutable parallel safe
  as $$ select sha256(coalesce(hash, head) || fact) $$;
create aggregate navette_custody_walk(head bytea, fact bytea) (sfunc = navette_custody_link, stype = bytea);
revoke execute on function navette_custody_link(bytea, bytea, bytea), navette_custody_walk(bytea, bytea) from public;

create or replace function navette_open_custody_chains(p_groupings uuid[], p_codes text[], p_runs uuid[], p_now timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp
  set enable_seqscan = off set jit = off set plan_cache_mode = force_generic_plan as $$
begin
  if not exists (
    select from unnest(p_codes) as scanned (code)
    left join lateral (select true as is_open from custody_chain where container_code = code limit 1) chain on true
    where chain.is_open is null) then
    return;
  end if;
  insert into custody_chain (container_code, grouping_id, establishment_id, subject_type, subject_id, head_hash, holder_kind, holder_id, updated_at)
  select code, owner.grouping_id, owner.establishment_id, owner.subject_type, owner.subject_id, ''::bytea,
    case owner.subject_type when 'specimen-shipment' then 'sender' when 'tote' then 'hub' else 'nobody' end,
    case owner.subject_type when 'specimen-shipment' then owner.establishment_id end, p_now
  from (
    select distinct on (code) code, run_id from unnest(p_codes, p_runs) as scanned (code, run_id)
    left join lateral (select true as is_open from custody_chain where container_code = code limit 1) chain on true
    where chain.is_open is null order by code, run_id) missing
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

create or replace function navette_ingest_custody(
  p_device uuid, p_actor uuid, p_groupings uuid[], p_offset_ms int, p_received timestamptz, p_codes text[], p_events jsonb)
  returns table (item int, result text, reason text, container_code text, flags text[], grouping_id uuid)
  language plpgsql security definer set search_path = public, pg_temp
  set enable_seqscan = off set jit = off set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  v_groupings uuid[] := array(select g from unnest(p_groupings) with ordinality as asked (g, n) where g = any (navette_groupings()) order by n);
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
  with items as materialized (
    select n::int as item, code, payload, sha256(convert_to(p_device::text || payload::text, 'UTF8')) as payload_hash, f.*,
      min(n) over (partition by "eventId")::int as first_of_id, min(n) over (partition by sequence)::int as first_of_sequence
    from unnest(p_codes) with ordinality as c (code, n)
    join jsonb_array_elements(p_events) with ordinality as e (payload, n) using (n)
    cross join lateral jsonb_to_record(payload) as f (
      "eventId" uuid, sequence bigint, kind text, "tubeCode" text, "runId" uuid, "runStopId" uuid, "placeEstablishmentId" uuid,
      counterpart text, "inputMode" text, "manualReason" text, "temperatureDeciCelsius" int, "sealNumber" text, "deviceAt" timestamptz)),
  known as (
    select items.*, first_value(payload_hash) over (partition by "eventId" order by item) as first_hash,
      stored.stored_hash, reused.is_reused is not null as is_reused_sequence
    from items
    left join lateral (select e.payload_hash as stored_hash from custody_event e where e.event_id = "eventId" limit 1) stored on true
    left join lateral (select true as is_reused from custody_event e
      where e.device_id = p_device and e.device_sequence = sequence limit 1) reused on true),
  judged as materialized (
    select known.*, chain.grouping_id, chain.establishment_id, chain.subject_type, chain.subject_id, chain.last_position, chain.head_hash,
      "deviceAt" + p_offset_ms * interval '1 millisecond' as occurred_at,
      case when chain.grouping_id is null then 'rejected'
        when stored_hash = payload_hash or first_of_id < item and first_hash = payload_hash then 'duplicate'
        when stored_hash is not null or first_of_id < item or is_reused_sequence or first_of_sequence < item then 'conflict'
        else 'accepted' end as result,
      case when stored_hash is not null or first_of_id < item then 'event-id-reused' else 'sequence-reused' end as reused
    from known
    left join lateral (select * from custody_chain where container_code = known.code limit 1) chain
      on chain.grouping_id = any (v_groupings)),
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
    left join lateral (select state, temperature_class, seal_number from specimen_shipment
      where id = judged.subject_id limit 1) shipment on judged.subject_type = 'specimen-shipment'
    left join lateral (select storage_class, seal_number from tote
      where id = judged.subject_id limit 1) tote on judged.subject_type = 'tote'
    left join lateral (select state from run where id = judged."runId" limit 1) run on true
    where judged.result = 'accepted'),
  fresh as (
    select item, code, rank, head_hash,
      row("eventId", grouping_id, establishment_id, p_device, sequence, kind, code, "tubeCode", last_position + rank, ''::bytea, payload_hash,
        "runId", "runStopId", "placeEstablishmentId", p_actor, counterpart, "inputMode", "manualReason", "temperatureDeciCelsius",
        "sealNumber", "deviceAt", p_offset_ms, occurred_at, p_received, flags, 'accepted')::custody_event as fact
    from flagged),
  linked as materialized (
    select item, code, rank, fact,
      navette_custody_walk(head_hash, navette_custody_fact(fact)) over (partition by code order by rank) as hash
    from fresh),
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
    where chain.container_code = last.code and chain.container_code = any (p_codes)),
  kept as (
    insert into custody_conflict (id, grouping_id, event_id, device_id, device_sequence, payload, reason, actor_id, received_at)
    select gen_random_uuid(), grouping_id, "eventId", p_device, sequence, payload, reused, p_actor, p_received from judged
    where result = 'conflict' and not exists (select from custody_conflict seen
      where seen.event_id = "eventId" and seen.device_id = p_device and seen.payload = judged.payload))
  select judged.item,
    case when judged.result = 'accepted' and (select count(*) from written) < (select count(*) from linked)
      then navette_run_again() else judged.result end,
    case judged.result when 'rejected' then 'not-served' when 'conflict' then judged.reused end, judged.code,
    coalesce((linked.fact).flags, '{}'), judged.grouping_id
  from judged left join linked on linked.item = judged.item
  order by judged.item;
end
$$;
