-- People and the versions of their sessions, as docs/hub.md describes them.
--
-- The role that runs this owns the tables, so no row right holds for that role: it reads everything.

create schema footcoach;

do $$ begin
    create role footcoach_member nologin;
exception when duplicate_object or unique_violation then null; -- roles belong to all databases
end $$;

create table footcoach.migration (
    number integer primary key,
    name text not null,
    applied timestamptz not null default now()
);

create table footcoach.person (
    name text primary key check (name ~ '^[a-z][a-z0-9_]{0,39}$'), -- that of the role
    shown text not null check (length(shown) between 1 and 80),
    is_coach boolean not null default false,
    joined timestamptz not null default now()
);

-- A row is what one line of a month's file says. `doc` is json and not jsonb, which would put the
-- fields in another order: the same line has the same bytes on every device.
create table footcoach.version (
    owner text not null references footcoach.person (name) on delete cascade,
    device text not null check (device ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    kind text not null check (kind ~ '^[a-z][a-z-]{0,19}$'),
    id text not null check (id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
    written text not null collate "C" check (written ~ '^([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z)?$'),
    revision integer not null check (revision between 1 and 999999999),
    doc json not null check (octet_length(doc::text) <= 262144 and doc ->> 'id' = id),
    tx xid8 not null default pg_current_xact_id(),
    primary key (owner, device, month, kind, id)
) partition by hash (owner);

do $$ begin
    for part in 0..7 loop
        execute format(
            'create table footcoach.version_%s partition of footcoach.version '
            'for values with (modulus 8, remainder %s)', part, part);
    end loop;
end $$;

create index version_since on footcoach.version (owner, tx);

-- The number of the writing transaction is set here, not by the writer, and a version that
-- is not later than the one there is passed over.
create function footcoach.keep_later() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and (new.written, new.revision) <= (old.written, old.revision) then
        return null;
    end if;
    new.tx := pg_current_xact_id();
    return new;
end $$;

create trigger keep_later before insert or update on footcoach.version
    for each row execute function footcoach.keep_later();

alter table footcoach.person enable row level security;
alter table footcoach.version enable row level security;

-- The cast and the collation let the index be used; `owner = current_user` alone would read all.
create policy own_versions on footcoach.version to footcoach_member
    using (owner = current_user::text collate "default")
    with check (owner = current_user::text collate "default");
create policy own_person on footcoach.person for select to footcoach_member
    using (name = current_user::text collate "default" or is_coach);

revoke all on schema footcoach from public;
grant usage on schema footcoach to footcoach_member;
grant select on footcoach.migration, footcoach.person, footcoach.version to footcoach_member;
grant insert (owner, device, month, kind, id, written, revision, doc) on footcoach.version
    to footcoach_member;
grant update (written, revision, doc) on footcoach.version to footcoach_member;
revoke all on function footcoach.keep_later() from public;
