-- Who is calling, in one round trip: every request asks this before it has any scope of its own, so
-- these functions run as their owner and answer only to somebody who already holds the secret.

-- The roles that count at this instant. A day is the grouping's own civil day; a role in an
-- establishment counts only while that establishment is a member of the grouping.
create function navette_grants_in_force(p_user uuid, p_now timestamptz) returns jsonb
  language sql stable security definer set search_path = public as $$
  select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
      'role', r.role, 'groupingId', r.grouping_id, 'establishmentId', r.establishment_id)) order by r.id), '[]')
    from role_grant r
    join grouping g on g.id = r.grouping_id
    cross join lateral (select (p_now at time zone g.time_zone)::date as today) d
    where r.user_id = p_user
      and r.from_on <= d.today and (r.to_on is null or r.to_on >= d.today)
      and (r.establishment_id is null or exists (
        select from membership m
        where m.grouping_id = r.grouping_id and m.establishment_id = r.establishment_id
          and m.from_on <= d.today and (m.to_on is null or m.to_on >= d.today)))
$$;

-- The session's last use is written at most every 30 seconds: a screen that polls costs no row version.
create function navette_session_caller(p_session text, p_now timestamptz, p_idle_seconds int, p_absolute_seconds int)
  returns table (user_id uuid, email text, display_name text, opened_at timestamptz,
    second_factor_at timestamptz, has_totp boolean, grants jsonb)
  language plpgsql volatile security definer set search_path = public as $$
#variable_conflict use_column
begin
  update session s set last_seen_at = p_now
    where s.id = p_session and s.revoked_at is null
      and s.last_seen_at <= p_now - interval '30 seconds'
      and s.last_seen_at > p_now - make_interval(secs => p_idle_seconds)
      and s.created_at > p_now - make_interval(secs => p_absolute_seconds);
  return query
    select u.id, u.email, u.display_name, s.created_at, s.second_factor_at,
        u.totp_confirmed_at is not null, navette_grants_in_force(u.id, p_now)
      from session s join app_user u on u.id = s.user_id
      where s.id = p_session and s.revoked_at is null and u.disabled_at is null
        and s.last_seen_at > p_now - make_interval(secs => p_idle_seconds)
        and s.created_at > p_now - make_interval(secs => p_absolute_seconds);
end
$$;

create function navette_api_key_caller(p_secret_hash text, p_now timestamptz, p_today date)
  returns table (user_id uuid, display_name text, scopes text[], grants jsonb)
  language plpgsql volatile security definer set search_path = public as $$
#variable_conflict use_column
begin
  update api_key k set last_used_at = p_now
    where k.secret_hash = p_secret_hash and k.revoked_at is null
      and (k.last_used_at is null or k.last_used_at <= p_now - interval '60 seconds');
  return query
    select u.id, u.display_name, k.scopes, navette_grants_in_force(u.id, p_now)
      from api_key k join app_user u on u.id = k.user_id
      where k.secret_hash = p_secret_hash and k.revoked_at is null and u.disabled_at is null
        and (k.expires_on is null or k.expires_on >= p_today);
end
$$;

revoke execute on function navette_grants_in_force(uuid, timestamptz),
  navette_session_caller(text, timestamptz, int, int),
  navette_api_key_caller(text, timestamptz, date) from public;
-- Not navette_grants_in_force: the program never asks for somebody's roles without their secret.
grant execute on function navette_session_caller(text, timestamptz, int, int),
  navette_api_key_caller(text, timestamptz, date) to navette_app;

create index session_still_open on session (user_id) where revoked_at is null;
create index api_key_by_user on api_key (user_id);
