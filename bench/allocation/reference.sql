-- The limit of row A: the same promise as ours (no oversell, earliest expiry first, whole or refused) with
-- nothing around it: integer keys, no row security, no state machine, no audit, no outbox, no answer to build.
create schema bare;

-- A uuid that depends on the text alone, so that every run seeds the same rows.
create function bare.uuid_of(p_text text) returns uuid language sql immutable as
  $$ select overlay(overlay(md5(p_text) placing '4' from 13) placing '8' from 17)::uuid $$;

create table bare.item (product int primary key, free int not null check (free >= 0)) with (fillfactor = 50);
create table bare.lot (
  id int primary key, product int not null references bare.item, expires_on date not null, held int not null,
  promised int not null default 0 check (promised between 0 and held), is_empty boolean not null default false
) with (fillfactor = 70);
create index lot_by_expiry on bare.lot (product, expires_on, id) where not is_empty;
create table bare.ask (id bigint generated always as identity primary key, member int not null, key uuid not null unique);
create table bare.ask_line (ask bigint not null references bare.ask, line int not null, product int not null, units int not null, primary key (ask, line));
create table bare.promise (ask bigint not null, line int not null, lot int not null references bare.lot, units int not null, primary key (ask, line, lot));
create table bare.entry (id bigint generated always as identity primary key, at timestamptz not null default now(), lot int not null, units int not null, ask bigint not null);
create index entry_by_lot on bare.entry (lot);

create function bare.place(p_member int, p_key uuid, p_products int[], p_units int[]) returns bigint language plpgsql as $$
declare
  v_ask bigint;
  v_given bigint;
begin
  insert into bare.ask (member, key) values (p_member, p_key) returning id into v_ask;
  perform from bare.item where product = any (p_products) order by product for no key update;
  with wish as (
    select line::int, product, units from unnest(p_products, p_units) with ordinality as w (product, units, line)),
  taken as (
    select wish.line, pick.id, least(pick.free, wish.units - pick.before)::int as units
    from wish cross join lateral (
      select id, free, sum(free) over (order by expires_on, id) - free as before
      from (select id, expires_on, held - promised as free from bare.lot
        where product = wish.product and not is_empty order by expires_on, id limit 8) first) pick
    where pick.before < wish.units),
  less as (update bare.item set free = free - wish.units from wish where item.product = wish.product),
  lines as (insert into bare.ask_line select v_ask, line, product, units from wish),
  lots as (update bare.lot set promised = promised + taken.units, is_empty = (promised + taken.units = held) from taken where lot.id = taken.id),
  promises as (insert into bare.promise select v_ask, line, id, units from taken),
  entries as (insert into bare.entry (lot, units, ask) select id, -units, v_ask from taken)
  select sum(units) into v_given from taken;
  if v_given is distinct from (select sum(u) from unnest(p_units) u) then
    raise exception 'short';
  end if;
  return v_ask;
end
$$;

create view bare.fault as
  select 'limit: a lot and its promises differ' as fault from bare.lot
    left join (select lot, sum(units) as units from bare.promise group by lot) p on p.lot = lot.id
    where promised <> coalesce(p.units, 0)
  union all
  select 'limit: an order is not whole' from bare.ask_line
    left join (select ask, line, sum(units) as units from bare.promise group by ask, line) p using (ask, line)
    where ask_line.units is distinct from p.units;
