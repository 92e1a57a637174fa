-- Allocation of whole orders in one call: state, lots, timeline, audit, announcement and answer. Only the plain
-- case is taken, an order that gets every unit; whatever else an order needs (a reason for each missing unit,
-- a backorder, a refusal that explains itself) is left to the application, which then does it step by step.

-- As JSON.stringify writes an instant.
create function navette_instant(p_at timestamptz) returns text language sql stable
  as $$ select to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;
create function navette_product_ref(p product) returns jsonb language sql stable
  as $$ select jsonb_build_object('id', p.id, 'denomination', p.denomination, 'storageClass', p.storage_class,
    'isNarcotic', p.is_narcotic, 'requiresFourEyes', p.requires_four_eyes) $$;

-- Orders as the hub sees them: the same object the application builds for one order.
create function navette_order_answers(p_orders uuid[], p_now timestamptz, p_step jsonb)
  returns table (order_id uuid, answer jsonb)
  language sql stable set search_path = public, pg_temp as $$
  select o.id, jsonb_build_object(
    'id', o.id, 'groupingId', o.grouping_id, 'number', o.number, 'kind', o.kind, 'priority', o.priority,
    'state', o.state, 'version', o.version, 'comment', o.comment,
    'establishment', jsonb_build_object('id', member.id, 'name', member.short_name),
    'careUnit', case when unit.id is not null then jsonb_build_object('id', unit.id, 'name', unit.name) end,
    'deliveryPoint', jsonb_build_object('id', point.id, 'name', point.name),
    'run', case when run.id is not null then jsonb_build_object('number', run.number, 'name', run.name,
      'plannedAt', navette_instant(stop.planned_at)) end,
    'expectedAt', navette_instant(o.expected_at), 'cutoffAt', navette_instant(run.cutoff_at),
    'isLate', coalesce((p_step -> 'canBeLate')::boolean and o.expected_at < p_now, false),
    'submittedAt', navette_instant(o.submitted_at), 'createdAt', navette_instant(o.created_at),
    'backorderOf', case when origin.id is not null then
      jsonb_build_object('id', origin.id, 'number', origin.number, 'state', origin.state) end,
    'backorders', coalesce((select jsonb_agg(jsonb_build_object('id', b.id, 'number', b.number, 'state', b.state) order by b.id)
      from supply_order b where b.backorder_of_id = o.id), '[]'),
    'deliveries', coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'state', d.state, 'noteId', d.note_id,
      'noteNumber', d.note_number) order by d.id) from delivery d where d.order_id = o.id), '[]'),
    'timeline', coalesce((select jsonb_agg(jsonb_build_object('at', navette_instant(t.at), 'action', t.action,
      'fromState', t.from_state, 'toState', t.to_state, 'actorName', t.actor_name, 'reason', t.reason) order by t.id)
      from order_transition t where t.order_id = o.id), '[]'),
    'possibleActions', p_step -> 'possibleActions',
    'lineCount', line.count, 'lines', line.list)
  from supply_order o
  join establishment member on member.id = o.establishment_id
  join delivery_point point on point.id = o.delivery_point_id
  left join care_unit unit on unit.id = o.care_unit_id
  left join run_stop stop on stop.id = o.run_stop_id
  left join run on run.id = stop.run_id
  left join supply_order origin on origin.id = o.backorder_of_id
  cross join lateral (
    select count(*) as count, coalesce(jsonb_agg(jsonb_build_object(
      'id', l.id, 'lineNo', l.line_no, 'requestedProduct', navette_product_ref(asked),
      'product', navette_product_ref(given),
      'orderedUnits', l.ordered_units, 'approvedUnits', l.approved_units, 'inProcessUnits', l.in_process_units,
      'pickedUnits', l.picked_units, 'shippedUnits', l.shipped_units, 'backorderedUnits', l.backordered_units,
      'cancelledUnits', l.cancelled_units, 'reasonCode', l.reason_code, 'comment', l.comment,
      'explanation', l.explanation,
      'allocations', coalesce((select jsonb_agg(jsonb_build_object('lotId', lot.id, 'lotNumber', lot.lot_number,
          'expiresOn', lot.expires_on, 'locationId', place.id, 'locationName', place.name, 'units', a.units,
          'pickedUnits', a.picked_units) order by lot.expires_on, lot.id, place.id)
        from allocation a join lot on lot.id = a.lot_id join location place on place.id = a.location_id
        where a.line_id = l.id), '[]')) order by l.line_no), '[]') as list
    from supply_order_line l
    join product asked on asked.id = l.requested_product_id
    join product given on given.id = l.product_id
    where l.order_id = o.id) line
  where o.id = any (p_orders)
$$;

-- Who asks for which order, and under which key. `groupings` are those the caller may allocate for.
create function navette_allocation_asks(p_asks jsonb)
  returns table (item int, order_id uuid, groupings uuid[], user_id uuid, actor_kind text, actor_name text,
    request_id text, key text, fingerprint text)
  language sql stable as $$
  select * from jsonb_to_recordset(p_asks) as a (item int, order_id uuid, groupings uuid[], user_id uuid, actor_kind text,
    actor_name text, request_id text, key text, fingerprint text)
$$;

-- Answers the asks that were met, or met before under the same key. An ask without an answer was left alone: the
-- order is not among the caller's, is in another state, or would go short. When a shortage shows only after
-- the locks, NV010 undoes the whole call.
-- p_step comes from the application's table of transitions, the one authority on the life cycle:
-- {from: states, to: state, possibleActions, canBeLate}.
create function navette_allocate_orders(p_asks jsonb, p_step jsonb, p_now timestamptz)
  returns table (item int, answer jsonb)
  language plpgsql security definer set search_path = public, pg_temp
  -- Planned once: under its own plans each call would spend more time planning than working.
  set plan_cache_mode = force_generic_plan
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off
  -- A call waits as long as any write verb may.
  set lock_timeout = '15s' as $$
#variable_conflict use_column
declare
  v_orders uuid[];
  share record;
begin
  perform from supply_order o join navette_allocation_asks(p_asks) a
      on a.order_id = o.id and o.grouping_id = any (a.groupings)
    order by o.id for update of o;

  return query
  select a.item, r.response -> 'answer'
  from navette_allocation_asks(p_asks) a
  join supply_order o on o.id = a.order_id and o.grouping_id = any (a.groupings)
  join idempotency_record r on r.owner_id = a.user_id and r.key = a.key
  where r.fingerprint = a.fingerprint and r.response is not null;

  -- A short order is seen before anything is locked: refusals do not queue up behind each other.
  with line as materialized (
    select o.id as order_id, o.grouping_id, l.product_id, l.in_process_units as units
    from navette_allocation_asks(p_asks) a
    join supply_order o on o.id = a.order_id and o.grouping_id = any (a.groupings)
    join supply_order_line l on l.order_id = o.id and l.in_process_units > 0
    where o.state in (select jsonb_array_elements_text(p_step -> 'from'))
      and not exists (select from idempotency_record r where r.owner_id = a.user_id and r.key = a.key)),
  wanted as (select grouping_id, product_id, sum(units) as units from line group by grouping_id, product_id),
  short as (
    select wanted.grouping_id, wanted.product_id from wanted
    left join stock_item i on i.grouping_id = wanted.grouping_id and i.product_id = wanted.product_id
    where coalesce(i.available_units, 0) < wanted.units)
  select array_agg(distinct order_id) into v_orders from line
  where order_id not in (select order_id from line join short using (grouping_id, product_id));
  if v_orders is null then
    return;
  end if;

  perform set_config('navette.groupings',
    (select array_agg(distinct grouping_id)::text from supply_order where id = any (v_orders)), true);
  for share in
    select o.grouping_id, (coalesce(o.expected_at, p_now) at time zone g.time_zone)::date as arrives_on,
      array_agg(l.id order by o.id, l.line_no) as lines, array_agg(l.product_id order by o.id, l.line_no) as products,
      array_agg(l.in_process_units order by o.id, l.line_no) as units
    from supply_order o
    join grouping g on g.id = o.grouping_id
    join supply_order_line l on l.order_id = o.id and l.in_process_units > 0
    where o.id = any (v_orders)
    group by 1, 2 order by 1, 2
  loop
    perform navette_allocate(share.grouping_id, share.lines, share.products, share.units, share.arrives_on, p_now, true);
  end loop;

  update supply_order_line set explanation = null where order_id = any (v_orders) and explanation is not null;

  insert into order_transition (order_id, grouping_id, establishment_id, action, from_state, to_state, actor_id, actor_name, at)
  select o.id, o.grouping_id, o.establishment_id, 'allocate', o.state, p_step ->> 'to', a.user_id, a.actor_name, p_now
  from navette_allocation_asks(p_asks) a join supply_order o on o.id = a.order_id
  where o.id = any (v_orders) order by a.item;

  insert into audit_entry (grouping_id, establishment_id, at, actor_kind, actor_id, action, subject_type, subject_id,
    request_id, details)
  select o.grouping_id, o.establishment_id, p_now, a.actor_kind, a.user_id, 'order.allocated', 'order', o.id::text,
    a.request_id, jsonb_build_object('from', o.state, 'to', p_step -> 'to', 'short', '[]'::jsonb)
  from navette_allocation_asks(p_asks) a join supply_order o on o.id = a.order_id
  where o.id = any (v_orders) order by a.item;

  update supply_order set state = p_step ->> 'to', state_before_suspension = null, version = version + 1, updated_at = p_now
  where id = any (v_orders);

  perform pg_notify('navette_events', json_build_object('topic', 'orders', 'groupingId', grouping_id,
    'establishmentId', establishment_id, 'subjectId', id)::text)
  from supply_order where id = any (v_orders);

  return query
  with met as materialized (
    select a.*, view.answer from navette_order_answers(v_orders, p_now, p_step) view
    join navette_allocation_asks(p_asks) a on a.order_id = view.order_id),
  kept as (
    insert into idempotency_record (owner_id, key, fingerprint, response, created_at)
    select user_id, key, fingerprint, jsonb_build_object('answer', answer), p_now from met where key is not null)
  select met.item, met.answer from met;
end
$$;

revoke execute on function
  navette_order_answers(uuid[], timestamptz, jsonb),
  navette_allocate_orders(jsonb, jsonb, timestamptz)
from public;
grant execute on function navette_allocate_orders(jsonb, jsonb, timestamptz) to navette_app;
