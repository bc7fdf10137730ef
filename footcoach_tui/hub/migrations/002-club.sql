-- What members share with coaches: rows that the member's own machine fills, for each coach anew.
-- A coach reads these and never footcoach.version.

alter table footcoach.person add unique (name, is_coach);

create table footcoach.coaching (
    member text not null references footcoach.person (name) on delete cascade,
    coach text not null,
    is_coach boolean not null default true check (is_coach), -- so that the key below asks for one
    scores boolean not null default false,
    notes boolean not null default false,
    since date not null,
    agreed timestamptz not null default now(),
    primary key (member, coach),
    foreign key (coach, is_coach) references footcoach.person (name, is_coach) on delete cascade,
    check (member <> coach)
);
create index coaching_coach on footcoach.coaching (coach);

create table footcoach.shared (
    member text not null,
    coach text not null,
    id text not null check (id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
    day date not null check (day between '1970-01-01' and '2199-12-31'),
    routine text not null check (length(routine) <= 200),
    minutes integer not null check (minutes between 0 and 1440),
    effort smallint check (effort between 0 and 10),
    pain smallint check (pain between 0 and 10),
    note text check (length(note) <= 4000),
    primary key (member, coach, id),
    foreign key (member, coach) references footcoach.coaching on delete cascade
);
create index shared_coach on footcoach.shared (coach, day);

create table footcoach.week (
    member text not null,
    coach text not null,
    monday date not null check (monday between '1970-01-01' and '2199-12-31'),
    planned smallint not null check (planned between 0 and 99),
    kept smallint not null check (kept between 0 and 99),
    primary key (member, coach, monday),
    foreign key (member, coach) references footcoach.coaching on delete cascade
);
create index week_coach on footcoach.week (coach, monday);

alter table footcoach.coaching enable row level security;
alter table footcoach.shared enable row level security;
alter table footcoach.week enable row level security;

do $$ declare name text; begin
    foreach name in array array['coaching', 'shared', 'week'] loop
        execute format(
            'create policy of_member on footcoach.%I to footcoach_member '
            'using (member = current_user::text collate "default") '
            'with check (member = current_user::text collate "default")', name);
        execute format(
            'create policy of_coach on footcoach.%I for select to footcoach_member '
            'using (coach = current_user::text collate "default")', name);
    end loop;
end $$;
create policy coached_person on footcoach.person for select to footcoach_member
    using (name in (select member from footcoach.coaching
                    where coach = current_user::text collate "default"));

grant select, delete on footcoach.coaching to footcoach_member;
grant insert (member, coach, scores, notes, since) on footcoach.coaching to footcoach_member;
grant update (scores, notes, since, agreed) on footcoach.coaching to footcoach_member;
grant select, insert, update, delete on footcoach.shared, footcoach.week to footcoach_member;
