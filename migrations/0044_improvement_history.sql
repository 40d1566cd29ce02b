-- What has happened to an improvement item: who did it, when, and why. A reminder that nobody has heeded comes again.

CREATE TABLE improvement_event (
  workspace TEXT NOT NULL,
  id TEXT NOT NULL,
  item TEXT NOT NULL,
  -- opened, reworded, assigned, postponed, done or dropped.
  kind TEXT NOT NULL,
  -- Who did it; empty where that was not written down.
  person TEXT,
  at TEXT NOT NULL,
  -- The words, the owner or the date before and after, whichever it is about.
  was TEXT,
  became TEXT,
  reason TEXT,
  PRIMARY KEY (workspace, id),
  FOREIGN KEY (workspace, item) REFERENCES improvement (workspace, id)
);
CREATE INDEX improvement_event_of ON improvement_event (workspace, item, id);

INSERT INTO improvement_event (workspace, id, item, kind, person, at, was, became, reason)
  SELECT workspace, id, id, 'opened', created_by, created_at, NULL, due_on, NULL FROM improvement;
INSERT INTO improvement_event (workspace, id, item, kind, person, at, was, became, reason)
  SELECT workspace, id || '-closed', id, status, NULL, closed_at, NULL, NULL, reason
  FROM improvement WHERE status <> 'open' AND closed_at IS NOT NULL;

-- How often its owner has been reminded.
ALTER TABLE improvement ADD COLUMN reminded INTEGER NOT NULL DEFAULT 0;
