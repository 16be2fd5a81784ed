-- explorer.db: what the explorer shows, with private names hidden. A projection: it may be
-- deleted at any time, and is made again at the next start.

CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE documents (      -- one row for each analysis of a latest text
  number     INTEGER PRIMARY KEY,  -- that of the analysis in collection.db
  article_id TEXT NOT NULL,
  outlet     TEXT NOT NULL,
  side       TEXT NOT NULL,
  published  TEXT,
  hidden     TEXT NOT NULL,   -- JSON: {"private": […], "blind": true}
  data       TEXT NOT NULL    -- JSON: the article's row
);
CREATE INDEX documents_by_article ON documents (article_id);

CREATE TABLE reports (
  report_id TEXT PRIMARY KEY,
  number    INTEGER NOT NULL,
  data      TEXT NOT NULL     -- JSON: passage, words, renamed
) WITHOUT ROWID;
CREATE INDEX reports_by_document ON reports (number);

CREATE TABLE said (           -- quotes and claims
  number    INTEGER NOT NULL,
  id        TEXT NOT NULL,
  sort      TEXT NOT NULL,    -- quote | claim
  kind      TEXT NOT NULL,
  speaker   TEXT NOT NULL,
  outlet    TEXT NOT NULL,
  published TEXT,
  about     TEXT NOT NULL,    -- report ids and names, joined for searches
  data      TEXT NOT NULL,
  PRIMARY KEY (number, sort, id)
) WITHOUT ROWID;
CREATE INDEX said_by_day ON said (sort, published, number, id);
CREATE INDEX said_by_speaker ON said (sort, speaker);

CREATE TABLE copies (         -- articles that share text with an earlier one
  article_id TEXT NOT NULL,
  echo_id    TEXT NOT NULL,
  kind       TEXT NOT NULL,   -- origin, verbatim, edited …
  origin     TEXT,            -- article_id
  PRIMARY KEY (article_id, echo_id)
) WITHOUT ROWID;

CREATE TABLE campaigns (      -- events that a text calls one campaign; series are left out
  campaign_id TEXT NOT NULL,
  event_id    TEXT NOT NULL,
  PRIMARY KEY (campaign_id, event_id)
) WITHOUT ROWID;

CREATE TABLE events (
  number   INTEGER PRIMARY KEY,  -- 0, 1, 2 … by day, the newest last, without a day at the end
  event_id TEXT UNIQUE NOT NULL,
  data     TEXT NOT NULL
);
CREATE VIRTUAL TABLE words USING fts5 (
  text, content = '', tokenize = 'unicode61 remove_diacritics 2'
);
