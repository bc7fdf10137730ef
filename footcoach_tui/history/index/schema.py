"""Tables of the index.

Every version of a session has a row in `version`; only the current ones that are not deleted have
one in `session`, which lists, sums and searches are made from; `session_of_day` has all that a
search looks at, in the order of lists. Words are folded, see `query.words`; texts that many
sessions share are in `words`, once each. `state` is about the file, see `database`. The `document`
of an `entry` that was removed is "".
"""

from enum import StrEnum

SCHEMA_NUMBER = 5
"""A change to the tables, to `packing`, or to what makes a session valid, needs another number."""

SCHEMA = """
create table state (boot text);
create table file (key integer primary key, device text, name text, month text,
  size integer, mtime integer, has_row_lines integer, unique (device, name));
create table problem (file integer references file on delete cascade, session text,
  sentence text, kind text);
create table version (session text, file integer references file on delete cascade,
  written text, revision integer, is_current integer,
  primary key (session, file)) without rowid;
create table words (key integer primary key, text text unique);
create table session (key integer primary key, id text unique,
  file integer references file on delete cascade, day text, moment integer, seconds real,
  sets integer, is_counted integer, is_week_session integer, is_partial integer, sides integer,
  effort integer, pain integer, routine integer, exercises integer, context integer, note text,
  has_flags integer);
create index session_with_flags on session (day) where has_flags;
create index session_of_day on session (day, moment, id, is_counted, is_week_session, is_partial,
  seconds, sets, sides, effort, pain, routine, exercises, context, note);
create table record (session integer primary key references session on delete cascade,
  content blob);
create table done (exercise text, moment integer,
  session integer references session on delete cascade, name text, sets integer, reps integer,
  seconds real, best_reps integer, best_seconds real,
  primary key (exercise, moment, session)) without rowid;
create index done_in_session on done (session);
create table entry (kind text, id text, file integer references file on delete cascade,
  day text, document text, primary key (kind, id, file)) without rowid;
"""


class ProblemKind(StrEnum):
    """Kind of a problem: of a file that is damaged, of a newer footcoach, or any other."""

    DAMAGED = "damaged"
    NEWER = "newer"
    OTHER = ""
