-- When somebody stops belonging to a team: each time it was said, so that any earlier moment can be worked out again.
-- membership.until_on is what was said last.

CREATE TABLE membership_end (
  workspace TEXT NOT NULL,
  membership TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  -- The first day on which they no longer belong to it.
  until_on TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT,
  PRIMARY KEY (workspace, membership, sequence),
  FOREIGN KEY (workspace, membership) REFERENCES membership (workspace, id)
);
