-- Functions that run as their owner, closed on two sides.
-- A schema that is not listed in search_path is still searched, first, when it is pg_temp: a caller's
-- temporary table could stand in for ours. Listed last, it comes last.
-- And « not (null) » is null, which lets a missing grouping through; « is not true » refuses it.

create or replace function navette_next_number(p_grouping uuid, p_kind text, p_year int) returns int
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  n int;
begin
  if (p_grouping = any (navette_groupings()) or p_grouping = any (navette_member_groupings())) is not true then
    raise exception 'No access to the series of this grouping' using errcode = '42501';
  end if;
  insert into document_series (grouping_id, kind, year, last_number) values (p_grouping, p_kind, p_year, 1)
    on conflict (grouping_id, kind, year) do update set last_number = document_series.last_number + 1
    returning last_number into n;
  return n;
end
$$;

create or replace function navette_accounting_month(p_grouping uuid, p_day date, p_now timestamptz) returns date
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  m date := date_trunc('month', p_day)::date;
  s text;
begin
  if (p_grouping = any (navette_groupings()) or p_grouping = any (navette_member_groupings())) is not true then
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

-- These answer to somebody who already holds a secret, so there is no grouping to check.
alter function navette_grants_in_force(uuid, timestamptz) set search_path = public, pg_temp;
alter function navette_session_caller(text, timestamptz, int, int) set search_path = public, pg_temp;
alter function navette_api_key_caller(text, timestamptz, date) set search_path = public, pg_temp;
