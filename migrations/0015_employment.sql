-- When people joined and left, as it was said: a person's latest row counts, and what counted at an earlier moment can
-- be read from the rows before it.

CREATE TABLE employment (
  workspace TEXT NOT NULL,
  person TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  -- The first day; empty: not known.
  joined_on TEXT,
  -- The first day on which they are no longer there, as in person; empty: they stay.
  left_on TEXT,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT,
  PRIMARY KEY (workspace, person, sequence),
  FOREIGN KEY (workspace, person) REFERENCES person (workspace, id)
);
CREATE INDEX employment_by_moment ON employment (workspace, recorded_at);

INSERT INTO employment (workspace, person, sequence, joined_on, left_on, recorded_at, recorded_by)
SELECT workspace, id, 1, NULL, left_on, created_at, NULL
FROM person
WHERE left_on IS NOT NULL;
