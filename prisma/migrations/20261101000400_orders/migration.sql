-- A delivery packed and left behind at loading is cancelled: its totes are unpacked, its order is packed again.
alter table delivery drop constraint delivery_state_known;
alter table delivery add constraint delivery_state_known
  check (state in ('packed', 'dispatched', 'delivered', 'received', 'closed', 'cancelled'));

-- One delivery of an order at a time, however many people pack at once.
create unique index delivery_one_per_order on delivery (order_id) where state <> 'cancelled';

-- Lines may be replaced while an order is a draft, and never afterwards: not even by mistake.
create function navette_refuse_line_removal() returns trigger language plpgsql as $$
begin
  if exists (select from supply_order where id = old.order_id and state <> 'draft') then
    raise exception 'Lines of an order that was submitted are kept' using errcode = 'NV003';
  end if;
  return old;
end
$$;
create trigger supply_order_line_leaves_drafts_only before delete on supply_order_line
  for each row execute function navette_refuse_line_removal();
grant delete on supply_order_line to navette_app;

-- The queue of the hub reads the expected time; the timeline and the rest of an order read by order.
create index supply_order_by_expected on supply_order (grouping_id, expected_at) where state not in ('closed', 'cancelled', 'rejected');
create index supply_order_by_origin on supply_order (backorder_of_id) where backorder_of_id is not null;
create index delivery_by_order on delivery (order_id) include (state);
