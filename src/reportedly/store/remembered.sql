-- linking.db: what linking found before, by all that it was found from. It may be removed.

CREATE TABLE facts (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE remembered (
  number INTEGER PRIMARY KEY, kind TEXT NOT NULL, key BLOB NOT NULL, data BLOB NOT NULL
);
CREATE UNIQUE INDEX remembered_by_key ON remembered (kind, key);
