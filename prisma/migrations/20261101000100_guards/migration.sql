-- What SQL itself guarantees: an application role that cannot bypass row security, tenancy on every
-- tenant table, append-only facts, and the quantities that may never go wrong.

do $$
begin
  if not exists (select from pg_roles where rolname = 'navette_app') then
    create role navette_app nologin nosuperuser nobypassrls nocreatedb nocreaterole noinherit;
  end if;
end
$$;

-- Scope of the current transaction, set by the application from the caller's grants.
-- groupings: grouping-wide roles; members: 'grouping/establishment' pairs of establishment roles.
create function navette_groupings() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('navette.groupings', true), ''), '{}')::uuid[] $$;
create function navette_members() returns text[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('navette.members', true), ''), '{}')::text[] $$;
create function navette_member_groupings() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(array_agg(split_part(pair, '/', 1)::uuid), '{}') from unnest(navette_members()) pair $$;
create function navette_member_establishments() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(array_agg(split_part(pair, '/', 2)::uuid), '{}') from unnest(navette_members()) pair $$;
create function navette_user() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('navette.user_id', true), '')::uuid $$;
-- Sign-in, the outbox relay and the schedulers act before or outside any tenant; business tables ignore this.
create function navette_is_system() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('navette.system', true), '') = 'on' $$;

grant usage on schema public to navette_app;
grant select, insert, update on all tables in schema public to navette_app;
grant usage on all sequences in schema public to navette_app;
revoke all on table _prisma_migrations from navette_app;
revoke all on table document_series from navette_app;

grant delete on allocation, allotment_line, tube, tube_exam, idempotency_record, rate_limit, run_template_stop, run_template_exception, substitute to navette_app;

-- Facts: no path to UPDATE or DELETE, for the application by privilege, for everybody by trigger.
revoke update, delete, truncate on
  stock_movement,
  stock_receipt,
  stock_receipt_line,
  order_transition,
  custody_event,
  custody_conflict,
  tube_verdict,
  audit_entry,
  audit_seal,
  document,
  document_content,
  charge,
  measured_driver,
  period_pool,
  period_share,
  period_consumption
from navette_app;

create function navette_refuse_rewrite() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of % are facts: they are appended, never changed', tg_table_name using errcode = 'NV001';
end
$$;

create trigger stock_movement_is_append_only before update or delete on stock_movement for each row execute function navette_refuse_rewrite();
create trigger stock_movement_is_never_emptied before truncate on stock_movement for each statement execute function navette_refuse_rewrite();
create trigger stock_receipt_is_append_only before update or delete on stock_receipt for each row execute function navette_refuse_rewrite();
create trigger stock_receipt_is_never_emptied before truncate on stock_receipt for each statement execute function navette_refuse_rewrite();
create trigger stock_receipt_line_is_append_only before update or delete on stock_receipt_line for each row execute function navette_refuse_rewrite();
create trigger stock_receipt_line_is_never_emptied before truncate on stock_receipt_line for each statement execute function navette_refuse_rewrite();
create trigger order_transition_is_append_only before update or delete on order_transition for each row execute function navette_refuse_rewrite();
create trigger order_transition_is_never_emptied before truncate on order_transition for each statement execute function navette_refuse_rewrite();
create trigger custody_event_is_append_only before update or delete on custody_event for each row execute function navette_refuse_rewrite();
create trigger custody_event_is_never_emptied before truncate on custody_event for each statement execute function navette_refuse_rewrite();
create trigger custody_conflict_is_append_only before update or delete on custody_conflict for each row execute function navette_refuse_rewrite();
create trigger custody_conflict_is_never_emptied before truncate on custody_conflict for each statement execute function navette_refuse_rewrite();
create trigger tube_verdict_is_append_only before update or delete on tube_verdict for each row execute function navette_refuse_rewrite();
create trigger tube_verdict_is_never_emptied before truncate on tube_verdict for each statement execute function navette_refuse_rewrite();
create trigger audit_entry_is_append_only before update or delete on audit_entry for each row execute function navette_refuse_rewrite();
create trigger audit_entry_is_never_emptied before truncate on audit_entry for each statement execute function navette_refuse_rewrite();
create trigger audit_seal_is_append_only before update or delete on audit_seal for each row execute function navette_refuse_rewrite();
create trigger audit_seal_is_never_emptied before truncate on audit_seal for each statement execute function navette_refuse_rewrite();
create trigger document_is_append_only before update or delete on document for each row execute function navette_refuse_rewrite();
create trigger document_is_never_emptied before truncate on document for each statement execute function navette_refuse_rewrite();
create trigger document_content_is_append_only before update or delete on document_content for each row execute function navette_refuse_rewrite();
create trigger document_content_is_never_emptied before truncate on document_content for each statement execute function navette_refuse_rewrite();
create trigger charge_is_append_only before update or delete on charge for each row execute function navette_refuse_rewrite();
create trigger charge_is_never_emptied before truncate on charge for each statement execute function navette_refuse_rewrite();
create trigger measured_driver_is_append_only before update or delete on measured_driver for each row execute function navette_refuse_rewrite();
create trigger measured_driver_is_never_emptied before truncate on measured_driver for each statement execute function navette_refuse_rewrite();
create trigger period_pool_is_append_only before update or delete on period_pool for each row execute function navette_refuse_rewrite();
create trigger period_pool_is_never_emptied before truncate on period_pool for each statement execute function navette_refuse_rewrite();
create trigger period_share_is_append_only before update or delete on period_share for each row execute function navette_refuse_rewrite();
create trigger period_share_is_never_emptied before truncate on period_share for each statement execute function navette_refuse_rewrite();
create trigger period_consumption_is_append_only before update or delete on period_consumption for each row execute function navette_refuse_rewrite();
create trigger period_consumption_is_never_emptied before truncate on period_consumption for each statement execute function navette_refuse_rewrite();

-- Tenancy. Scalar sub-selects make PostgreSQL read the scope once per statement.
alter table membership enable row level security;
create policy tenant on membership for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[])
    or (grouping_id::text || '/' || establishment_id::text) = any ((select navette_members())::text[])
    or (select navette_is_system()));
alter table allotment enable row level security;
create policy tenant on allotment for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[])
    or (grouping_id::text || '/' || establishment_id::text) = any ((select navette_members())::text[]));
alter table location enable row level security;
create policy tenant on location for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[])
    or (grouping_id::text || '/' || establishment_id::text) = any ((select navette_members())::text[]));
alter table stock_balance enable row level security;
create policy tenant on stock_balance for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[])
    or (grouping_id::text || '/' || establishment_id::text) = any ((select navette_members())::text[]));
alter table stock_movement enable row level security;
create policy tenant on stock_movement for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[])
    or (grouping_id::text || '/' || establishment_id::text) = any ((select navette_members())::text[]));
alter table supply_order enable row level security;
create policy tenant on supply_order for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[])
    or (grouping_id::text || '/' || establishment_id::text) = any ((select navette_members())::text[]));
alter table supply_order_line enable row level security;
create policy tenant on supply_order_line for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[])
    or (grouping_id::text || '/' || establishment_id::text) = any ((select navette_members())::text[]));
alter table order_transition enable row level security;
create policy tenant on order_transition for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[])
    or (grouping_id::text || '/' || establishment_id::text) = any ((select navette_members())::text[]));
alter table run_stop enable row level security;
create policy tenant on run_stop for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[])
    or (grouping_id::text || '/' || establishment_id::text) = any ((select navette_members())::text[]));
alter table custody_event enable row level security;
create policy tenant on custody_event for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[])
    or (grouping_id::text || '/' || establishment_id::text) = any ((select navette_members())::text[]));
alter table custody_chain enable row level security;
create policy tenant on custody_chain for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[])
    or (grouping_id::text || '/' || establishment_id::text) = any ((select navette_members())::text[]));
alter table delivery enable row level security;
create policy tenant on delivery for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[])
    or (grouping_id::text || '/' || establishment_id::text) = any ((select navette_members())::text[]));
alter table tote enable row level security;
create policy tenant on tote for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[])
    or (grouping_id::text || '/' || establishment_id::text) = any ((select navette_members())::text[]));
alter table delivery_line enable row level security;
create policy tenant on delivery_line for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[])
    or (grouping_id::text || '/' || establishment_id::text) = any ((select navette_members())::text[]));
alter table discrepancy enable row level security;
create policy tenant on discrepancy for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[])
    or (grouping_id::text || '/' || establishment_id::text) = any ((select navette_members())::text[]));
alter table specimen_shipment enable row level security;
create policy tenant on specimen_shipment for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[])
    or (grouping_id::text || '/' || establishment_id::text) = any ((select navette_members())::text[]));
alter table tube enable row level security;
create policy tenant on tube for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[])
    or (grouping_id::text || '/' || establishment_id::text) = any ((select navette_members())::text[]));
alter table tube_exam enable row level security;
create policy tenant on tube_exam for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[])
    or (grouping_id::text || '/' || establishment_id::text) = any ((select navette_members())::text[]));
alter table tube_verdict enable row level security;
create policy tenant on tube_verdict for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[])
    or (grouping_id::text || '/' || establishment_id::text) = any ((select navette_members())::text[]));
alter table deadline_alarm enable row level security;
create policy tenant on deadline_alarm for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[])
    or (grouping_id::text || '/' || establishment_id::text) = any ((select navette_members())::text[]));
alter table measured_driver enable row level security;
create policy tenant on measured_driver for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[])
    or (grouping_id::text || '/' || establishment_id::text) = any ((select navette_members())::text[]));
alter table period_share enable row level security;
create policy tenant on period_share for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[])
    or (grouping_id::text || '/' || establishment_id::text) = any ((select navette_members())::text[]));
alter table period_consumption enable row level security;
create policy tenant on period_consumption for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[])
    or (grouping_id::text || '/' || establishment_id::text) = any ((select navette_members())::text[]));
alter table statement enable row level security;
create policy tenant on statement for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[])
    or (grouping_id::text || '/' || establishment_id::text) = any ((select navette_members())::text[]));
alter table document enable row level security;
create policy tenant on document for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[])
    or (grouping_id::text || '/' || establishment_id::text) = any ((select navette_members())::text[]));
alter table document_content enable row level security;
create policy tenant on document_content for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[])
    or (grouping_id::text || '/' || establishment_id::text) = any ((select navette_members())::text[]));
alter table lot enable row level security;
create policy tenant on lot for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[]));
alter table stock_item enable row level security;
create policy tenant on stock_item for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[]));
alter table stock_receipt enable row level security;
create policy tenant on stock_receipt for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[]));
alter table stock_receipt_line enable row level security;
create policy tenant on stock_receipt_line for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[]));
alter table allocation enable row level security;
create policy tenant on allocation for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[]));
alter table run_template enable row level security;
create policy tenant on run_template for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[]));
alter table run_template_stop enable row level security;
create policy tenant on run_template_stop for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[]));
alter table run_template_exception enable row level security;
create policy tenant on run_template_exception for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[]));
alter table custody_conflict enable row level security;
create policy tenant on custody_conflict for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[]));
alter table cost_pool enable row level security;
create policy tenant on cost_pool for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[]));
alter table allocation_key enable row level security;
create policy tenant on allocation_key for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[]));
alter table allocation_key_component enable row level security;
create policy tenant on allocation_key_component for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[]));
alter table allocation_key_weight enable row level security;
create policy tenant on allocation_key_weight for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[]));
alter table charge enable row level security;
create policy tenant on charge for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[]));
alter table period_pool enable row level security;
create policy tenant on period_pool for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[]));
alter table exam enable row level security;
create policy hub on exam for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[]));
create policy member_reads on exam for select to navette_app
  using (grouping_id = any ((select navette_member_groupings())::uuid[]));
alter table stability_rule enable row level security;
create policy hub on stability_rule for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[]));
create policy member_reads on stability_rule for select to navette_app
  using (grouping_id = any ((select navette_member_groupings())::uuid[]));
alter table period enable row level security;
create policy hub on period for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[]));
create policy member_reads on period for select to navette_app
  using (grouping_id = any ((select navette_member_groupings())::uuid[]));
alter table substitute enable row level security;
create policy hub on substitute for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[]));
create policy member_reads on substitute for select to navette_app
  using (grouping_id = any ((select navette_member_groupings())::uuid[]));

alter table allotment_line enable row level security;
create policy tenant on allotment_line for all to navette_app
  using (exists (select from allotment where allotment.id = allotment_id));

alter table run enable row level security;
create policy tenant on run for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[]));
create policy member_reads on run for select to navette_app
  using (exists (select from run_stop where run_stop.run_id = run.id));

alter table grouping enable row level security;
create policy visible on grouping for select to navette_app
  using (id = any ((select navette_groupings())::uuid[])
    or id = any ((select navette_member_groupings())::uuid[])
    or (select navette_is_system()));
create policy changed_by_its_own on grouping for update to navette_app
  using (id = any ((select navette_groupings())::uuid[]));
create policy founded_by_system on grouping for insert to navette_app
  with check ((select navette_is_system()));

alter table establishment enable row level security;
create policy visible on establishment for select to navette_app
  using (id = any ((select navette_member_establishments())::uuid[])
    or exists (select from membership where membership.establishment_id = establishment.id)
    or (select navette_is_system()));
create policy changed_by_grouping on establishment for update to navette_app
  using (exists (select from membership where membership.establishment_id = establishment.id
    and membership.grouping_id = any ((select navette_groupings())::uuid[])));
create policy added_by_grouping on establishment for insert to navette_app
  with check (cardinality((select navette_groupings())) > 0 or (select navette_is_system()));

alter table care_unit enable row level security;
create policy follows_establishment on care_unit for all to navette_app
  using (exists (select from establishment where establishment.id = care_unit.establishment_id));
alter table delivery_point enable row level security;
create policy follows_establishment on delivery_point for all to navette_app
  using (exists (select from establishment where establishment.id = delivery_point.establishment_id));

alter table role_grant enable row level security;
create policy granted on role_grant for all to navette_app
  using (user_id = (select navette_user())
    or grouping_id = any ((select navette_groupings())::uuid[])
    or (select navette_is_system()))
  with check (grouping_id = any ((select navette_groupings())::uuid[]) or (select navette_is_system()));

alter table app_user enable row level security;
create policy known on app_user for select to navette_app
  using (id = (select navette_user())
    or (select navette_is_system())
    or exists (select from role_grant where role_grant.user_id = app_user.id));
create policy changed on app_user for update to navette_app
  using (id = (select navette_user())
    or (select navette_is_system())
    or exists (select from role_grant where role_grant.user_id = app_user.id
      and role_grant.grouping_id = any ((select navette_groupings())::uuid[])));
create policy invited on app_user for insert to navette_app
  with check (cardinality((select navette_groupings())) > 0 or (select navette_is_system()));

alter table session enable row level security;
create policy own on session for all to navette_app
  using (user_id = (select navette_user()) or (select navette_is_system()));
alter table external_identity enable row level security;
create policy own on external_identity for all to navette_app
  using (user_id = (select navette_user()) or (select navette_is_system()));

alter table api_key enable row level security;
create policy own on api_key for all to navette_app
  using ((select navette_is_system()) or user_id = (select navette_user())
    or exists (select from role_grant where role_grant.user_id = api_key.user_id
      and role_grant.grouping_id = any ((select navette_groupings())::uuid[])));

alter table rate_limit enable row level security;
create policy counted_by_system on rate_limit for all to navette_app using ((select navette_is_system()));

alter table idempotency_record enable row level security;
create policy own on idempotency_record for all to navette_app
  using (owner_id = (select navette_user()) or (select navette_is_system()));

alter table outbox_message enable row level security;
create policy written_by_all on outbox_message for insert to navette_app with check (true);
create policy relayed_by_system on outbox_message for select to navette_app using ((select navette_is_system()));
create policy stamped_by_system on outbox_message for update to navette_app using ((select navette_is_system()));

alter table dead_letter enable row level security;
create policy kept on dead_letter for all to navette_app
  using ((select navette_is_system()) or grouping_id = any ((select navette_groupings())::uuid[]));

alter table audit_entry enable row level security;
create policy written_by_all on audit_entry for insert to navette_app
  with check (grouping_id is null
    or grouping_id = any ((select navette_groupings())::uuid[])
    or grouping_id = any ((select navette_member_groupings())::uuid[]));
create policy read_by_grouping on audit_entry for select to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[]) or (select navette_is_system()));

alter table audit_seal enable row level security;
create policy sealed_by_system on audit_seal for insert to navette_app with check ((select navette_is_system()));
create policy read_by_grouping on audit_seal for select to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[]) or (select navette_is_system()));

alter table demo_state enable row level security;
create policy kept_by_system on demo_state for all to navette_app using ((select navette_is_system()));

-- Numbers without gaps: the counter row is locked until the caller's transaction ends, and a rollback gives the number back.
create function navette_next_number(p_grouping uuid, p_kind text, p_year int) returns int
  language plpgsql security definer set search_path = public as $$
declare
  n int;
begin
  if not (p_grouping = any (navette_groupings()) or p_grouping = any (navette_member_groupings())) then
    raise exception 'No access to the series of this grouping' using errcode = '42501';
  end if;
  insert into document_series (grouping_id, kind, year, last_number) values (p_grouping, p_kind, p_year, 1)
    on conflict (grouping_id, kind, year) do update set last_number = document_series.last_number + 1
    returning last_number into n;
  return n;
end
$$;

-- The month a movement or a charge of this day belongs to: its own while open, else the next open one.
-- The share lock holds the month open until the caller commits; freezing takes the row FOR UPDATE.
create function navette_accounting_month(p_grouping uuid, p_day date, p_now timestamptz) returns date
  language plpgsql security definer set search_path = public as $$
declare
  m date := date_trunc('month', p_day)::date;
  s text;
begin
  if not (p_grouping = any (navette_groupings()) or p_grouping = any (navette_member_groupings())) then
    raise exception 'No access to the periods of this grouping' using errcode = '42501';
  end if;
  loop
    select state into s from period where grouping_id = p_grouping and month = m for key share;
    if not found then
      insert into period (id, grouping_id, month, state, created_at) values (gen_random_uuid(), p_grouping, m, 'open', p_now)
        on conflict (grouping_id, month) do nothing;
    elsif s = 'open' then
      return m;
    else
      m := (m + interval '1 month')::date;
    end if;
  end loop;
end
$$;
revoke execute on function navette_next_number(uuid, text, int), navette_accounting_month(uuid, date, timestamptz) from public;
grant execute on function navette_next_number(uuid, text, int), navette_accounting_month(uuid, date, timestamptz) to navette_app;

-- Quantities.
alter table stock_item add constraint stock_item_never_negative check (available_units >= 0 and owned_units >= 0 and available_units <= owned_units and average_cost_micros >= 0);
alter table stock_item set (fillfactor = 50);
alter table stock_balance add constraint stock_balance_never_negative check (on_hand_units >= 0 and reserved_units between 0 and on_hand_units);
alter table stock_balance add constraint stock_balance_depleted_is_derived check (is_depleted = (reserved_units = on_hand_units));
alter table stock_balance set (fillfactor = 70);
create index stock_balance_fefo on stock_balance (grouping_id, product_id, expires_on, lot_id) where is_pickable and not is_depleted;
alter table stock_movement add constraint stock_movement_moves check (units > 0 and from_location_id <> to_location_id and unit_cost_micros >= 0);
alter table stock_movement set (autovacuum_vacuum_insert_scale_factor = 0.02);
create index stock_movement_by_lot on stock_movement (lot_id) include (from_location_id, to_location_id, units, occurred_at);
alter table supply_order_line add constraint supply_order_line_adds_up check (
  ordered_units > 0 and in_process_units >= 0 and shipped_units >= 0 and backordered_units >= 0 and cancelled_units >= 0
  and ordered_units = in_process_units + shipped_units + backordered_units + cancelled_units);
alter table supply_order_line add constraint supply_order_line_approval_binds check (
  approved_units is null or (approved_units between 0 and ordered_units and in_process_units + shipped_units + backordered_units <= approved_units));
alter table supply_order_line add constraint supply_order_line_picks_its_own check (picked_units between 0 and in_process_units + shipped_units);
alter table allocation add constraint allocation_is_positive check (units > 0 and picked_units between 0 and units);
alter table delivery_line add constraint delivery_line_adds_up check (
  shipped_units > 0 and ((accepted_units is null and refused_units is null and missing_units is null)
    or (accepted_units >= 0 and refused_units >= 0 and missing_units >= 0 and accepted_units + refused_units + missing_units = shipped_units)));
alter table delivery_line add constraint delivery_line_difference_has_reason check (
  coalesce(refused_units, 0) + coalesce(missing_units, 0) = 0 or reason_code is not null);
alter table discrepancy add constraint discrepancy_is_positive check (units > 0);
alter table membership add constraint membership_ends_after_start check (to_on is null or to_on >= from_on);
alter table role_grant add constraint role_grant_ends_after_start check (to_on is null or to_on >= from_on);
alter table allocation_key_component add constraint allocation_key_component_weighs check (weight > 0);
alter table allocation_key_weight add constraint allocation_key_weight_not_negative check (weight >= 0);
alter table stability_rule add constraint stability_rule_order check (0 < ideal_minutes and ideal_minutes <= maximum_minutes);
alter table document_series add constraint document_series_counts check (last_number > 0);
create index outbox_message_waiting on outbox_message (id) where published_at is null;
create index audit_entry_by_time on audit_entry (grouping_id, at desc);
-- One tube is in one open shipment at most: a second listing names the first.
create unique index tube_in_one_open_shipment on tube (grouping_id, code) where state in ('listed', 'loaded', 'arrived');

-- One membership at a time for an establishment in a grouping.
create function navette_refuse_overlapping_membership() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.grouping_id::text || new.establishment_id::text, 0));
  if exists (select from membership m where m.grouping_id = new.grouping_id and m.establishment_id = new.establishment_id and m.id <> new.id
      and daterange(m.from_on, m.to_on, '[]') && daterange(new.from_on, new.to_on, '[]')) then
    raise exception 'Memberships of one establishment in one grouping may not overlap' using errcode = 'NV002';
  end if;
  return new;
end
$$;
create trigger membership_does_not_overlap before insert or update on membership for each row execute function navette_refuse_overlapping_membership();

-- Closed vocabularies.
alter table grouping add constraint grouping_kind_known check (kind in ('pharmacy', 'laboratory'));
alter table grouping add constraint grouping_vat_regime_known check (vat_regime in ('exempt', 'taxed'));
alter table product add constraint product_storage_class_known check (storage_class in ('ambient', 'cold', 'frozen', 'deep-frozen'));
alter table lot add constraint lot_status_known check (status in ('available', 'quarantine', 'recalled', 'destroyed'));
alter table location add constraint location_kind_known check (kind in ('supplier', 'store', 'quarantine', 'to-destroy', 'in-transit', 'member-store', 'consumed', 'destroyed', 'loss'));
alter table supply_order add constraint supply_order_state_known check (state in ('draft', 'submitted', 'approved', 'allocated', 'picking', 'picked', 'released', 'dispatched', 'delivered', 'received', 'closed', 'rejected', 'cancelled', 'suspended'));
alter table supply_order add constraint supply_order_kind_known check (kind in ('allotment', 'empty-full', 'nominative', 'urgent', 'narcotics', 'return', 'backorder'));
alter table supply_order add constraint supply_order_priority_known check (priority in ('normal', 'urgent'));
alter table delivery add constraint delivery_state_known check (state in ('packed', 'dispatched', 'delivered', 'received', 'closed'));
alter table discrepancy add constraint discrepancy_kind_known check (kind in ('refused', 'missing'));
alter table discrepancy add constraint discrepancy_state_known check (state in ('open', 'settled'));
alter table run add constraint run_state_known check (state in ('planned', 'assigned', 'started', 'completed', 'aborted'));
alter table run_stop add constraint run_stop_state_known check (state in ('pending', 'arrived', 'done', 'partial', 'skipped', 'failed'));
alter table specimen_shipment add constraint specimen_shipment_state_known check (state in ('draft', 'sealed', 'in-transit', 'delivered', 'receiving', 'reconciled', 'cancelled', 'lost'));
alter table tube add constraint tube_state_known check (state in ('listed', 'loaded', 'arrived', 'accepted', 'accepted-with-reservation', 'rejected', 'missing', 'unexpected', 'misrouted'));
alter table period add constraint period_state_known check (state in ('open', 'frozen', 'closed'));
alter table statement add constraint statement_state_known check (state in ('issued', 'disputed', 'final'));
alter table cost_pool add constraint cost_pool_source_known check (source in ('products', 'charges'));
