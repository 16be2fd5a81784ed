-- collection.db: what cannot be computed again. For data columns of blobs see packing.py.

CREATE TABLE facts (          -- of the collection itself
  name  TEXT PRIMARY KEY,     -- format | links | linked | read | reading | shard | shards
  value INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE raws (           -- the originals lie in raw/ under their hash
  raw_id    TEXT PRIMARY KEY,
  media     TEXT NOT NULL,
  source    TEXT NOT NULL,    -- where these bytes were met first
  position  INTEGER,
  retrieved TEXT,
  bytes     INTEGER NOT NULL,
  url       TEXT              -- the address that they came from, where the container tells
) WITHOUT ROWID;

CREATE TABLE outcomes (       -- one row for each input, in their order
  number     INTEGER PRIMARY KEY,
  content    TEXT NOT NULL,   -- these three name an input: see run.InputKey
  source     TEXT NOT NULL,
  position   INTEGER NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('article', 'duplicate', 'problem', 'skipped')),
  reason     TEXT,
  article_id TEXT,            -- of the article itself, or of the one it is a copy of
  text_id    TEXT,
  read       INTEGER NOT NULL DEFAULT 0,  -- the read that brought it
  place      INTEGER NOT NULL DEFAULT 0,  -- which of all inputs of that read, other shards' too
  UNIQUE (content, source, position)
);
CREATE INDEX outcomes_of_articles ON outcomes (article_id);

CREATE TABLE texts (
  text_id    TEXT PRIMARY KEY,
  characters INTEGER NOT NULL,
  masked     INTEGER NOT NULL DEFAULT 0,  -- expunged: text_id is a name only
  data       BLOB NOT NULL                -- zstd-compressed UTF-8
);

CREATE TABLE articles (       -- one row for each version of an article
  number     INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id TEXT NOT NULL,
  text_id    TEXT NOT NULL,
  raw_id     TEXT NOT NULL,
  read       INTEGER NOT NULL,  -- the read that brought it
  latest     INTEGER NOT NULL,  -- 1 for the version that counts
  data       BLOB NOT NULL,     -- the record without its text and ids
  UNIQUE (article_id, text_id)
);

CREATE TABLE analyses (       -- a new one of the same text gets a new number
  number     INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id TEXT NOT NULL,
  text_id    TEXT NOT NULL,
  analyser   TEXT NOT NULL,
  data       BLOB NOT NULL,   -- columns, without quotes
  UNIQUE (article_id, text_id)
);
CREATE INDEX analyses_by_analyser ON analyses (analyser);

CREATE TABLE problems (       -- of inputs, and of stages of an analysis
  number     INTEGER PRIMARY KEY,
  outcome    INTEGER,         -- the input's outcome
  article_id TEXT,            -- or the analysis
  text_id    TEXT,
  data       BLOB NOT NULL
);
CREATE INDEX problems_of_articles ON problems (article_id, text_id);

CREATE TABLE judgements (     -- added, never changed
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  data   TEXT NOT NULL        -- JSON
);

CREATE TABLE anchors (        -- where the reports of a judgement stand in their texts
  judgement  INTEGER NOT NULL,
  report_id  TEXT NOT NULL,
  article_id TEXT NOT NULL,
  text_id    TEXT NOT NULL,
  start      INTEGER NOT NULL,
  "end"      INTEGER NOT NULL,
  quote      TEXT NOT NULL,
  PRIMARY KEY (judgement, report_id)
) WITHOUT ROWID;

CREATE TABLE ledger (         -- event ids, minted once, from the oldest to the newest
  number   INTEGER PRIMARY KEY AUTOINCREMENT,
  event_id TEXT UNIQUE NOT NULL,
  data     TEXT NOT NULL      -- JSON
);

CREATE TABLE log (            -- reads, links, exports, deletions
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  at     TEXT NOT NULL,
  action TEXT NOT NULL,
  detail TEXT NOT NULL
);

CREATE TABLE samples (        -- articles drawn for an audit, in the order of coding
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  data   TEXT NOT NULL        -- JSON
);

CREATE TABLE codings (        -- what coders entered blind: added, never changed
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  sample INTEGER NOT NULL,
  data   TEXT NOT NULL        -- JSON
);
CREATE INDEX codings_of_samples ON codings (sample);

CREATE TABLE imported (       -- rows of other people's data sets: never mixed with ours
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  row_id TEXT UNIQUE NOT NULL,
  source TEXT NOT NULL,
  data   TEXT NOT NULL        -- JSON
);
CREATE INDEX imported_of_sources ON imported (source);

CREATE TABLE tombstones (     -- what was expunged: a random id, and nothing of what it was
  tombstone TEXT PRIMARY KEY,
  at        TEXT NOT NULL,
  kind      TEXT NOT NULL,    -- article | passage | name
  why       TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE barred (         -- salted digests by which an expunged input is known again
  digest    BLOB PRIMARY KEY,
  tombstone TEXT NOT NULL,
  salt      BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE gone (           -- rows of exports of which the record was expunged
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  at     TEXT NOT NULL,
  export TEXT NOT NULL,
  part   TEXT NOT NULL,
  key    TEXT NOT NULL
);
