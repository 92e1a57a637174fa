-- The stock ledger's hot paths: one call each, set-based, callable with plain SQL.
--
-- Locking rule: whoever changes which units of a product are on hand, reserved or usable first locks
-- its stock_item row, products in ascending order, and only then looks at balances in a second
-- statement. Under READ COMMITTED that second statement sees what the lock waited for; a single
-- statement would read the balances as they were before the wait.
--
-- SECURITY DEFINER with an explicit scope check: a receiver accepts a delivery without any right to
-- read the hub's stock, and row security is then not planned into every statement.
-- pg_temp comes last in search_path, or a caller's temporary table could stand in for ours.
-- Every access is by key. A session that planned these statements while a table was still empty would keep
-- scanning it whole as it grows: sequential scans are off, and with them the reason to compile (jit).

create function navette_require_hub(p_grouping uuid) returns void language plpgsql stable as $$
begin
  if (p_grouping = any (navette_groupings())) is not true then
    raise exception 'No access to the stock of this grouping' using errcode = '42501';
  end if;
end
$$;

-- The civil day of the grouping: a lot is usable through its expiry day, local time.
create function navette_today(p_grouping uuid, p_now timestamptz) returns date language sql stable
  as $$ select (p_now at time zone (select time_zone from grouping where id = p_grouping))::date $$;

create unique index location_is_one on location
  (grouping_id, coalesce(establishment_id, '00000000-0000-0000-0000-000000000000'::uuid), kind, coalesce(storage_class, ''));

-- The place closes the order of picks, so that reading the first lots needs no sort.
drop index stock_balance_fefo;
create index stock_balance_fefo on stock_balance (grouping_id, product_id, expires_on, lot_id, location_id) where is_pickable and not is_depleted;

create function navette_lock_stock(p_grouping uuid, p_products uuid[], p_now timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off set jit = off as $$
begin
  perform navette_require_hub(p_grouping);
  insert into stock_item (grouping_id, product_id, updated_at)
    select p_grouping, id, p_now from (select distinct unnest(p_products) as id order by 1) asked
    on conflict do nothing;
  perform from stock_item where grouping_id = p_grouping and product_id = any (p_products)
    order by product_id for no key update;
end
$$;

-- Reserves units for order lines, earliest expiry first (ties by lot, then place), over lots usable on
-- the day asked plus the product's margin. Gives what there is; the caller decides about the rest.
-- Lines of one product share its lots in the order given.
create function navette_allocate(
  p_grouping uuid, p_line_ids uuid[], p_product_ids uuid[], p_units int[],
  p_usable_until date, p_now timestamptz, p_all_or_nothing boolean default false)
  returns table (line_id uuid, lot_id uuid, lot_number text, expires_on date, location_id uuid, units int)
  language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off set jit = off as $$
#variable_conflict use_column
declare
  v_locked uuid[];
  v_today date := navette_today(p_grouping, p_now);
  v_left int[] := p_units;
  -- The first lots nearly always suffice; reading all of them for every line costs three times as much.
  v_depth int := 8;
begin
  perform navette_require_hub(p_grouping);

  -- A product with nothing available is refused without queueing for its lock; one that became empty
  -- while we waited is dropped by the re-check. Only locked products are looked at below.
  select array_agg(product_id) into v_locked from (
    select product_id from stock_item
    where grouping_id = p_grouping and product_id = any (p_product_ids) and available_units > 0
    order by product_id for no key update) item;

  loop
    for line_id, lot_id, lot_number, expires_on, location_id, units in
    with asked as materialized (
      select line_id, product_id, units,
        sum(units) over (partition by product_id order by n) - units as after_units,
        sum(units) over (partition by product_id order by n) as upto_units
      from unnest(p_line_ids, p_product_ids, v_left) with ordinality as t (line_id, product_id, units, n)
      where product_id = any (v_locked) and units > 0),
    wanted as materialized (select product_id, max(upto_units) as units from asked group by product_id),
    usable as materialized (
      select wanted.product_id, lots.* from wanted
      join product on product.id = wanted.product_id
      cross join lateral (
        select lot_id, location_id, expires_on,
          sum(free) over fefo - free as after_units, sum(free) over fefo as upto_units
        from (
          select lot_id, location_id, expires_on, on_hand_units - reserved_units as free
          from stock_balance
          where grouping_id = p_grouping and product_id = wanted.product_id and is_pickable and not is_depleted
            and expires_on >= greatest(p_usable_until + product.minimum_shelf_life_days, v_today)
          order by expires_on, lot_id, location_id limit v_depth) balance
        window fefo as (order by expires_on, lot_id, location_id)) lots
      where lots.after_units < wanted.units),
    picks as materialized (
      select asked.line_id, asked.product_id, usable.lot_id, usable.location_id, usable.expires_on,
        (least(asked.upto_units, usable.upto_units) - greatest(asked.after_units, usable.after_units))::int as units
      from asked join usable on usable.product_id = asked.product_id
        and usable.after_units < asked.upto_units and usable.upto_units > asked.after_units),
    reserved as (
      update stock_balance b
      set reserved_units = reserved_units + p.units, is_depleted = (reserved_units + p.units = on_hand_units)
      from (select location_id, lot_id, sum(units)::int as units from picks group by location_id, lot_id) p
      where b.location_id = p.location_id and b.lot_id = p.lot_id),
    promised as (
      update stock_item i set available_units = available_units - p.units, updated_at = p_now
      from (select product_id, sum(units)::int as units from picks group by product_id) p
      where i.grouping_id = p_grouping and i.product_id = p.product_id),
    kept as (
      insert into allocation as a (line_id, lot_id, location_id, grouping_id, units)
      select line_id, lot_id, location_id, p_grouping, units from picks
      on conflict (line_id, lot_id, location_id) do update set units = a.units + excluded.units)
    select picks.line_id, picks.lot_id, lot.lot_number, picks.expires_on, picks.location_id, picks.units
    from picks join lot on lot.id = picks.lot_id
    order by picks.line_id, picks.expires_on, picks.lot_id, picks.location_id
    loop
      v_left[array_position(p_line_ids, line_id)] := v_left[array_position(p_line_ids, line_id)] - units;
      return next;
    end loop;
    exit when v_depth is null or 0 = all (v_left);
    v_depth := null;
  end loop;

  if p_all_or_nothing and 0 <> any (v_left) then
    raise exception 'Not every unit asked for can be reserved' using errcode = 'NV010';
  end if;
end
$$;

-- Gives back every unit reserved for these lines. A member may do so for its own lines.
create function navette_release_allocations(p_grouping uuid, p_line_ids uuid[], p_now timestamptz)
  returns table (line_id uuid, lot_id uuid, location_id uuid, units int)
  language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off set jit = off as $$
#variable_conflict use_column
begin
  if (p_grouping = any (navette_groupings())) is not true and exists (
    select from supply_order_line l where l.id = any (p_line_ids)
      and (l.grouping_id::text || '/' || l.establishment_id::text = any (navette_members())) is not true) then
    raise exception 'No access to these order lines' using errcode = '42501';
  end if;
  perform from stock_item where grouping_id = p_grouping and product_id in (
      select product_id from supply_order_line where id = any (p_line_ids))
    order by product_id for no key update;

  return query
  with released as (
    delete from allocation where grouping_id = p_grouping and line_id = any (p_line_ids)
    returning line_id, lot_id, location_id, units),
  freed as (
    update stock_balance b set reserved_units = reserved_units - r.units, is_depleted = (reserved_units - r.units = on_hand_units)
    from (select lot_id, location_id, sum(units)::int as units from released group by lot_id, location_id) r
    where b.location_id = r.location_id and b.lot_id = r.lot_id
    returning b.product_id, b.is_pickable, r.units),
  promised as (
    update stock_item i set available_units = available_units + f.units, updated_at = p_now
    from (select product_id, sum(units)::int as units from freed where is_pickable group by product_id) f
    where i.grouping_id = p_grouping and i.product_id = f.product_id)
  select line_id, lot_id, location_id, units from released;
end
$$;

-- Gives back some unpicked units of one lot kept for one line: what the preparer did not find, or does not need.
create function navette_reduce_allocation(p_grouping uuid, p_line_id uuid, p_lot_id uuid, p_units int, p_now timestamptz)
  returns int language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off set jit = off as $$
declare
  v_left int := p_units;
  v_take int;
  kept record;
begin
  perform navette_require_hub(p_grouping);
  perform from stock_item where grouping_id = p_grouping and product_id = (select product_id from lot where id = p_lot_id)
    for no key update;
  for kept in select * from allocation
    where grouping_id = p_grouping and line_id = p_line_id and lot_id = p_lot_id and units > picked_units
    order by location_id
  loop
    v_take := least(v_left, kept.units - kept.picked_units);
    exit when v_take = 0;
    v_left := v_left - v_take;
    if v_take = kept.units then
      delete from allocation where line_id = p_line_id and lot_id = p_lot_id and location_id = kept.location_id;
    else
      update allocation set units = units - v_take
        where line_id = p_line_id and lot_id = p_lot_id and location_id = kept.location_id;
    end if;
    with freed as (
      update stock_balance set reserved_units = reserved_units - v_take, is_depleted = (reserved_units - v_take = on_hand_units)
      where location_id = kept.location_id and lot_id = p_lot_id
      returning product_id, is_pickable)
    update stock_item i set available_units = available_units + v_take, updated_at = p_now
      from freed where freed.is_pickable and i.grouping_id = p_grouping and i.product_id = freed.product_id;
  end loop;
  if v_left > 0 then
    raise exception 'Fewer unpicked units of this lot are reserved for the line' using errcode = 'NV010';
  end if;
  return p_units;
end
$$;

create function navette_asked_movements(p_movements jsonb)
  returns table (key text, lot_id uuid, from_id uuid, to_id uuid, units int, reason text, subject_type text, subject_id uuid,
    line_id uuid, unit_cost_micros bigint, occurred_at timestamptz, reverses_id bigint, note text, from_reservation boolean)
  language sql stable as $$
  select * from jsonb_to_recordset(p_movements) as m (key text, lot_id uuid, from_id uuid, to_id uuid, units int, reason text,
    subject_type text, subject_id uuid, line_id uuid, unit_cost_micros bigint, occurred_at timestamptz, reverses_id bigint,
    note text, from_reservation boolean)
$$;

-- Appends movements and applies them to both balances. A movement key that was used before is a repetition
-- and changes nothing; with other content it is refused. Without a cost, the average cost of the moment is frozen.
-- A member may only send on what it holds: to its own places, or back to the hub's quarantine.
create function navette_move(p_grouping uuid, p_actor uuid, p_now timestamptz, p_movements jsonb)
  returns table (movement_key text, movement_id bigint, unit_cost_micros bigint, accounting_month date, is_new boolean)
  language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off set jit = off
  -- Ten movements against a ledger of millions: only a nested loop over keys is ever right, whatever the statistics say.
  set enable_hashjoin = off set enable_mergejoin = off as $$
#variable_conflict use_column
declare
  v_new bigint[];
  v_months jsonb;
  v_zone text;
  v_reserved int;
  v_consumed int;
begin
  if (p_grouping = any (navette_groupings())) is not true and exists (
    select from navette_asked_movements(p_movements) m
    left join location f on f.id = m.from_id left join location t on t.id = m.to_id
    where m.from_reservation
      or (f.grouping_id::text || '/' || f.establishment_id::text = any (navette_members())) is not true
      or (t.kind = 'quarantine' or t.grouping_id::text || '/' || t.establishment_id::text = any (navette_members())) is not true) then
    raise exception 'No access to these places' using errcode = '42501';
  end if;
  if exists (
    select from navette_asked_movements(p_movements) m
    left join location f on f.id = m.from_id and f.grouping_id = p_grouping
    left join location t on t.id = m.to_id and t.grouping_id = p_grouping
    left join lot on lot.id = m.lot_id and lot.grouping_id = p_grouping
    left join stock_item item on item.grouping_id = p_grouping and item.product_id = lot.product_id
    where f.id is null or t.id is null or item.product_id is null) then
    raise exception 'A place or a lot is not of this grouping' using errcode = 'NV011';
  end if;

  perform from stock_item
    where grouping_id = p_grouping and product_id in (
      select lot.product_id from lot join navette_asked_movements(p_movements) m on m.lot_id = lot.id)
    order by product_id for no key update;

  select time_zone into v_zone from grouping where id = p_grouping;
  select jsonb_object_agg(day, navette_accounting_month(p_grouping, day, p_now)) into v_months
    from (select distinct (occurred_at at time zone v_zone)::date as day from navette_asked_movements(p_movements)) days;

  with appended as (
    insert into stock_movement (grouping_id, establishment_id, product_id, lot_id, from_location_id, to_location_id, units, reason,
      unit_cost_micros, subject_type, subject_id, line_id, actor_id, occurred_at, recorded_at, accounting_month, movement_key,
      reverses_id, note)
    select p_grouping, coalesce(t.establishment_id, f.establishment_id), lot.product_id, m.lot_id, m.from_id, m.to_id, m.units, m.reason,
      coalesce(m.unit_cost_micros, item.average_cost_micros), m.subject_type, m.subject_id, m.line_id, p_actor, m.occurred_at, p_now,
      (v_months ->> ((m.occurred_at at time zone v_zone)::date)::text)::date, m.key, m.reverses_id, m.note
    from navette_asked_movements(p_movements) m
    join location f on f.id = m.from_id
    join location t on t.id = m.to_id
    join lot on lot.id = m.lot_id
    join stock_item item on item.grouping_id = p_grouping and item.product_id = lot.product_id
    on conflict (movement_key) do nothing
    returning id)
  select coalesce(array_agg(id), '{}') into v_new from appended;

  if exists (
    select from navette_asked_movements(p_movements) m join stock_movement s on s.movement_key = m.key
    where (s.lot_id, s.from_location_id, s.to_location_id, s.units, s.grouping_id) is distinct from (m.lot_id, m.from_id, m.to_id, m.units, p_grouping)) then
    raise exception 'A movement key was used before for another movement' using errcode = 'NV012';
  end if;
  if exists (
    select from stock_movement s join lot on lot.id = s.lot_id
    where s.id = any (v_new) and s.reason = 'dispatch' and (lot.status <> 'available' or lot.expires_on < navette_today(p_grouping, p_now))) then
    raise exception 'A blocked or expired lot does not leave the hub' using errcode = 'NV013';
  end if;

  with used as (
    select s.line_id, s.lot_id, s.from_location_id, sum(s.units)::int as units
    from navette_asked_movements(p_movements) m join stock_movement s on s.movement_key = m.key
    where s.id = any (v_new) and m.from_reservation
    group by s.line_id, s.lot_id, s.from_location_id),
  lowered as (
    update allocation a set units = a.units - used.units, picked_units = greatest(a.picked_units - used.units, 0)
    from used where (a.line_id, a.lot_id, a.location_id) = (used.line_id, used.lot_id, used.from_location_id) and a.units > used.units
    returning 1),
  emptied as (
    delete from allocation a using used
    where (a.line_id, a.lot_id, a.location_id) = (used.line_id, used.lot_id, used.from_location_id) and a.units = used.units
    returning 1)
  select (select count(*) from used), (select count(*) from lowered) + (select count(*) from emptied) into v_reserved, v_consumed;
  if v_consumed < v_reserved then
    raise exception 'More units than are reserved for the line' using errcode = 'NV010';
  end if;

  insert into stock_balance (location_id, lot_id, grouping_id, establishment_id, product_id, expires_on, is_pickable, is_depleted)
  select distinct place.id, s.lot_id, p_grouping, place.establishment_id, s.product_id, lot.expires_on,
    place.kind = 'store' and lot.status = 'available' and lot.expires_on >= navette_today(p_grouping, p_now), true
  from stock_movement s
  join lot on lot.id = s.lot_id
  join location place on place.id in (s.from_location_id, s.to_location_id)
  where s.id = any (v_new) and place.kind in ('store', 'quarantine', 'to-destroy', 'in-transit', 'member-store')
  on conflict do nothing;

  with side as (
    select from_location_id as location_id, s.lot_id, -s.units as on_hand, case when m.from_reservation then -s.units else 0 end as reserved
    from stock_movement s join navette_asked_movements(p_movements) m on m.key = s.movement_key where s.id = any (v_new)
    union all
    select to_location_id, lot_id, units, 0 from stock_movement where id = any (v_new)),
  delta as (
    select location_id, lot_id, sum(on_hand)::int as on_hand, sum(reserved)::int as reserved from side group by location_id, lot_id),
  applied as (
    update stock_balance b set on_hand_units = on_hand_units + d.on_hand, reserved_units = reserved_units + d.reserved,
      is_depleted = (on_hand_units + d.on_hand = reserved_units + d.reserved)
    from delta d where b.location_id = d.location_id and b.lot_id = d.lot_id
    returning b.product_id, b.is_pickable, b.establishment_id, d.on_hand, d.reserved)
  update stock_item i set available_units = available_units + a.available, owned_units = owned_units + a.owned, updated_at = p_now
  from (
    select product_id, coalesce(sum(on_hand - reserved) filter (where is_pickable), 0)::int as available,
      coalesce(sum(on_hand) filter (where establishment_id is null), 0)::int as owned
    from applied group by product_id) a
  where i.grouping_id = p_grouping and i.product_id = a.product_id;

  return query
  select s.movement_key, s.id, s.unit_cost_micros, s.accounting_month, s.id = any (v_new)
  from stock_movement s where s.movement_key in (select key from navette_asked_movements(p_movements))
  order by s.id;
end
$$;

-- Receives the lines of one receipt whose header and lots exist. The average cost (PUMP) changes here and
-- nowhere else: owned value plus received value over all units, half up, line after line.
create function navette_receive(p_grouping uuid, p_actor uuid, p_receipt_id uuid, p_supplier uuid, p_now timestamptz, p_lines jsonb)
  returns table (line_no int, average_cost_after_micros bigint)
  language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off set jit = off as $$
#variable_conflict use_column
declare
  v_received_at timestamptz := (select received_at from stock_receipt where id = p_receipt_id and grouping_id = p_grouping);
  v_day date;
  v_average bigint;
  line record;
begin
  perform navette_require_hub(p_grouping);
  perform navette_lock_stock(p_grouping,
    (select array_agg(lot.product_id) from jsonb_to_recordset(p_lines) as l (lot_id uuid) join lot on lot.id = l.lot_id), p_now);
  v_day := navette_today(p_grouping, v_received_at);
  if navette_accounting_month(p_grouping, v_day, p_now) <> date_trunc('month', v_day)::date then
    raise exception 'The accounting period of this receipt is closed' using errcode = 'NV014';
  end if;

  for line in
    select l.*, lot.product_id,
      sum(l.units) over (partition by lot.product_id order by l.line_no) - l.units as earlier_units
    from jsonb_to_recordset(p_lines) as l (id uuid, line_no int, lot_id uuid, location_id uuid, units int, unit_cost_micros bigint, input_mode text, scan text)
    join lot on lot.id = l.lot_id and lot.grouping_id = p_grouping
    order by l.line_no
  loop
    update stock_item
      set average_cost_micros = div(
          2 * ((owned_units + line.earlier_units)::numeric * average_cost_micros + line.units::numeric * line.unit_cost_micros)
            + owned_units + line.earlier_units + line.units,
          2 * (owned_units + line.earlier_units + line.units)::numeric)
      where grouping_id = p_grouping and product_id = line.product_id
      returning average_cost_micros into v_average;
    insert into stock_receipt_line (id, receipt_id, grouping_id, line_no, product_id, lot_id, location_id, units, unit_cost_micros,
      average_cost_after_micros, input_mode, scan)
    values (line.id, p_receipt_id, p_grouping, line.line_no, line.product_id, line.lot_id, line.location_id, line.units,
      line.unit_cost_micros, v_average, line.input_mode, line.scan);
    line_no := line.line_no;
    average_cost_after_micros := v_average;
    return next;
  end loop;

  perform navette_move(p_grouping, p_actor, p_now, (
    select jsonb_agg(jsonb_build_object('key', l.id || ':supplier-receipt', 'lot_id', l.lot_id, 'from_id', p_supplier, 'to_id', l.location_id,
      'units', l.units, 'reason', 'supplier-receipt', 'subject_type', 'stock-receipt', 'subject_id', p_receipt_id, 'line_id', l.id,
      'unit_cost_micros', l.unit_cost_micros, 'occurred_at', v_received_at, 'from_reservation', false) order by l.line_no)
    from stock_receipt_line l where l.receipt_id = p_receipt_id));
end
$$;

-- Recomputes which balances of these products may be picked, and what that changes to the available units.
-- The caller holds the products' locks.
create function navette_apply_usability(p_grouping uuid, p_products uuid[], p_now timestamptz)
  returns table (lot_id uuid, product_id uuid, location_id uuid, units_change int)
  language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off set jit = off as $$
#variable_conflict use_column
declare
  v_today date := navette_today(p_grouping, p_now);
begin
  perform navette_require_hub(p_grouping);
  return query
  with changed as (
    update stock_balance b set is_pickable = not b.is_pickable
    from lot, location place
    where b.grouping_id = p_grouping and b.product_id = any (p_products) and lot.id = b.lot_id and place.id = b.location_id
      and b.is_pickable <> (place.kind = 'store' and lot.status = 'available' and b.expires_on >= v_today)
    returning b.lot_id, b.product_id, b.location_id,
      case when b.is_pickable then b.on_hand_units - b.reserved_units else b.reserved_units - b.on_hand_units end as units_change),
  promised as (
    update stock_item i set available_units = available_units + c.units, updated_at = p_now
    from (select product_id, sum(units_change)::int as units from changed group by product_id) c
    where i.grouping_id = p_grouping and i.product_id = c.product_id)
  select lot_id, product_id, location_id, units_change from changed;
end
$$;

-- Blocks or frees a lot everywhere at once; what was free leaves or joins the available units in the same moment.
create function navette_set_lot_status(p_grouping uuid, p_lot uuid, p_status text, p_reason text, p_now timestamptz)
  returns text language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off set jit = off as $$
declare
  v_product uuid := (select product_id from lot where id = p_lot and grouping_id = p_grouping);
  v_before text;
begin
  perform navette_require_hub(p_grouping);
  perform from stock_item where grouping_id = p_grouping and product_id = v_product for no key update;
  select status into v_before from lot where id = p_lot and grouping_id = p_grouping for no key update;
  update lot set status = p_status, status_reason = p_reason, status_changed_at = p_now where id = p_lot and grouping_id = p_grouping;
  perform navette_apply_usability(p_grouping, array[v_product], p_now);
  return v_before;
end
$$;

-- The day a lot expires it leaves what may be promised. Allocation never proposes it anyway.
create function navette_expire_lots(p_grouping uuid, p_now timestamptz)
  returns table (lot_id uuid, product_id uuid, location_id uuid, units_change int)
  language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off set jit = off as $$
#variable_conflict use_column
declare
  v_products uuid[];
begin
  perform navette_require_hub(p_grouping);
  select array_agg(product_id) into v_products from (
    select product_id from stock_item i
    where grouping_id = p_grouping and exists (
      select from stock_balance b where b.grouping_id = p_grouping and b.product_id = i.product_id and b.is_pickable
        and b.expires_on < navette_today(p_grouping, p_now))
    order by product_id for no key update) item;
  return query select * from navette_apply_usability(p_grouping, v_products, p_now);
end
$$;

-- A member's refusal names the hub's quarantine, a place it may not see.
create function navette_quarantine_place(p_grouping uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select id from location
  where grouping_id = p_grouping and kind = 'quarantine' and establishment_id is null
    and (p_grouping = any (navette_groupings()) or p_grouping = any (navette_member_groupings()))
$$;

revoke execute on function
  navette_quarantine_place(uuid),
  navette_lock_stock(uuid, uuid[], timestamptz),
  navette_allocate(uuid, uuid[], uuid[], int[], date, timestamptz, boolean),
  navette_release_allocations(uuid, uuid[], timestamptz),
  navette_reduce_allocation(uuid, uuid, uuid, int, timestamptz),
  navette_move(uuid, uuid, timestamptz, jsonb),
  navette_receive(uuid, uuid, uuid, uuid, timestamptz, jsonb),
  navette_apply_usability(uuid, uuid[], timestamptz),
  navette_set_lot_status(uuid, uuid, text, text, timestamptz),
  navette_expire_lots(uuid, timestamptz)
from public;
grant execute on function
  navette_quarantine_place(uuid),
  navette_lock_stock(uuid, uuid[], timestamptz),
  navette_allocate(uuid, uuid[], uuid[], int[], date, timestamptz, boolean),
  navette_release_allocations(uuid, uuid[], timestamptz),
  navette_reduce_allocation(uuid, uuid, uuid, int, timestamptz),
  navette_move(uuid, uuid, timestamptz, jsonb),
  navette_receive(uuid, uuid, uuid, uuid, timestamptz, jsonb),
  navette_set_lot_status(uuid, uuid, text, text, timestamptz),
  navette_expire_lots(uuid, timestamptz)
to navette_app;
