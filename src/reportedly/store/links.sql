-- links-N.db: what linking made of the whole collection. Written aside and then switched to.

CREATE TABLE facts (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE echoes (number INTEGER PRIMARY KEY, echo_id TEXT UNIQUE NOT NULL, data BLOB NOT NULL);
CREATE TABLE echo_members (
  article_id TEXT NOT NULL, echo_id TEXT NOT NULL, kind TEXT NOT NULL,
  PRIMARY KEY (article_id, echo_id)
) WITHOUT ROWID;

CREATE TABLE events (
  number      INTEGER PRIMARY KEY,
  event_id    TEXT UNIQUE NOT NULL,
  type        TEXT,
  mode        TEXT,
  realis      TEXT NOT NULL,
  polarity    TEXT NOT NULL,
  retold      INTEGER NOT NULL,
  place       TEXT,
  country     TEXT,
  lat         REAL,
  lon         REAL,
  earliest    TEXT,
  latest      TEXT,
  reports     INTEGER NOT NULL,
  texts       INTEGER NOT NULL,
  voices      INTEGER NOT NULL,
  merged_into TEXT,
  data        BLOB NOT NULL
);
CREATE INDEX events_by_type ON events (type, earliest);
CREATE INDEX events_by_country ON events (country, earliest);
CREATE TABLE event_reports (
  report_id TEXT NOT NULL, event_id TEXT NOT NULL, part TEXT NOT NULL,
  PRIMARY KEY (report_id, event_id, part)
) WITHOUT ROWID;

CREATE TABLE decisions (      -- the machine's judgements: why reports were joined or kept apart
  number  INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  other   TEXT NOT NULL,
  data    BLOB NOT NULL
);
CREATE INDEX decisions_by_subject ON decisions (subject);
CREATE INDEX decisions_by_other ON decisions (other);

CREATE TABLE campaigns (
  number INTEGER PRIMARY KEY, campaign_id TEXT UNIQUE NOT NULL, data BLOB NOT NULL
);
CREATE TABLE problems (       -- what linking left out, and why
  number INTEGER PRIMARY KEY, data BLOB NOT NULL
);
CREATE TABLE narratives (
  number INTEGER PRIMARY KEY, narrative_id TEXT UNIQUE NOT NULL, data BLOB NOT NULL
);
