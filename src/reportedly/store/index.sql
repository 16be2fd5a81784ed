-- index.db: rows by document for filters and search. A projection: a new format rebuilds it.

CREATE TABLE facts (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE documents (      -- one row for each analysis
  document   INTEGER PRIMARY KEY,  -- its number in collection.db, never used twice
  article_id TEXT NOT NULL,
  text_id    TEXT NOT NULL,
  latest     INTEGER NOT NULL,
  outlet     TEXT,
  side       TEXT,
  language   TEXT,
  published  TEXT
);
CREATE INDEX documents_of_articles ON documents (article_id);

CREATE TABLE reports (
  report_id TEXT NOT NULL,
  document  INTEGER NOT NULL,
  type      TEXT,
  mode      TEXT,
  realis    TEXT NOT NULL,
  polarity  TEXT NOT NULL,
  stance    TEXT NOT NULL,
  retold    INTEGER NOT NULL,
  place     TEXT,
  country   TEXT,
  lat       REAL,
  lon       REAL,
  earliest  TEXT,
  latest_day TEXT,
  PRIMARY KEY (report_id, document)
) WITHOUT ROWID;
CREATE INDEX reports_of_documents ON reports (document);
CREATE INDEX reports_by_type ON reports (type, earliest);
CREATE INDEX reports_by_country ON reports (country, earliest);

CREATE TABLE quotes (
  document INTEGER NOT NULL,
  quote_id TEXT NOT NULL,
  kind     TEXT NOT NULL,
  speaker  TEXT,
  PRIMARY KEY (document, quote_id)
) WITHOUT ROWID;
CREATE INDEX quotes_by_speaker ON quotes (speaker);

CREATE TABLE claims (
  document INTEGER NOT NULL,
  claim_id TEXT NOT NULL,
  kind     TEXT NOT NULL,
  speaker  TEXT,
  PRIMARY KEY (document, claim_id)
) WITHOUT ROWID;
CREATE INDEX claims_by_kind ON claims (kind);

CREATE TABLE places (
  document     INTEGER NOT NULL,
  gazetteer_id TEXT NOT NULL,
  name         TEXT NOT NULL,
  country      TEXT,
  mentions     INTEGER NOT NULL,
  PRIMARY KEY (document, gazetteer_id)
) WITHOUT ROWID;
CREATE INDEX places_by_id ON places (gazetteer_id);

-- Contentless: the texts stand in collection.db. Rows of documents that are gone stay as dead
-- entries until the next rebuild; every search joins `documents`, so they never show.
CREATE VIRTUAL TABLE words USING fts5 (
  title, text, content = '', tokenize = 'unicode61 remove_diacritics 2'
);
