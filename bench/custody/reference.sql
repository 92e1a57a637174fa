-- The limits of row B: scans kept once, without and with a hash chain per parcel; nothing else of ours.
create schema bare;
create table bare.scan (
  device int not null, sequence bigint not null, parcel int not null, kind smallint not null, at timestamptz not null,
  received_at timestamptz not null default now(), primary key (device, sequence));
create table bare.parcel (id int primary key, links int not null default 0, head bytea not null default '') with (fillfactor = 50);
create table bare.link (parcel int not null references bare.parcel, position int not null, device int not null, sequence bigint not null, hash bytea not null, primary key (parcel, position));

create function bare.keep(p_device int, p_sequences bigint[], p_parcels int[], p_kinds smallint[], p_ats timestamptz[]) returns bigint language sql as $$
  with kept as (
    insert into bare.scan (device, sequence, parcel, kind, at)
    select p_device, s, p, k, t from unnest(p_sequences, p_parcels, p_kinds, p_ats) as e (s, p, k, t)
    on conflict do nothing returning 1)
  select count(*) from kept
$$;

create function bare.chain(p_device int, p_sequences bigint[], p_parcels int[], p_kinds smallint[], p_ats timestamptz[]) returns bigint language plpgsql as $$
declare
  v_kept bigint;
begin
  perform from bare.parcel where id = any (p_parcels) order by id for no key update;
  with recursive kept as (
    insert into bare.scan (device, sequence, parcel, kind, at)
    select p_device, s, p, k, t from unnest(p_sequences, p_parcels, p_kinds, p_ats) as e (s, p, k, t)
    on conflict do nothing returning sequence, parcel, kind, at),
  ranked as materialized (
    select kept.*, row_number() over (partition by parcel order by at, sequence)::int as rank, links, head
    from kept join bare.parcel on parcel.id = kept.parcel),
  linked as (
    select parcel, sequence, rank, links, sha256(head || convert_to(concat_ws('|', p_device, sequence, kind, at), 'UTF8')) as hash from ranked where rank = 1
    union all
    select r.parcel, r.sequence, r.rank, r.links, sha256(linked.hash || convert_to(concat_ws('|', p_device, r.sequence, r.kind, r.at), 'UTF8'))
    from linked join ranked r on r.parcel = linked.parcel and r.rank = linked.rank + 1),
  written as (
    insert into bare.link select parcel, links + rank, p_device, sequence, hash from linked returning 1),
  heads as (
    update bare.parcel set links = last.links + last.rank, head = last.hash
    from (select distinct on (parcel) parcel, rank, links, hash from linked order by parcel, rank desc) last where parcel.id = last.parcel)
  select count(*) into v_kept from written;
  return v_kept;
end
$$;

create view bare.fault as
  select 'limit: a chain has not every link' as fault from bare.parcel
  left join (select parcel, count(*) as links, max(position) as last from bare.link group by parcel) l on l.parcel = parcel.id
  where parcel.links <> coalesce(l.links, 0) or parcel.links <> coalesce(l.last, 0);
