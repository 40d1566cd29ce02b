-- Commission plans by version, and to whom they apply; who has left, for boards that leave them out.

-- A version is never edited: a change is a new version from a date. The one in force on a day is the one with the
-- latest effective_from up to it, and of several from the same day the highest version.
CREATE TABLE plan_version (
  workspace TEXT NOT NULL REFERENCES workspace (id),
  plan TEXT NOT NULL,
  version INTEGER NOT NULL,
  name TEXT NOT NULL,
  -- JSON: the plan as written, all its numbers as text.
  document TEXT NOT NULL,
  effective_from TEXT NOT NULL,
  status TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT,
  PRIMARY KEY (workspace, plan, version)
);

-- to_kind: everyone (to_id is empty), team or person; from a date until before a date.
CREATE TABLE plan_assignment (
  workspace TEXT NOT NULL REFERENCES workspace (id),
  id TEXT NOT NULL,
  plan TEXT NOT NULL,
  to_kind TEXT NOT NULL,
  to_id TEXT NOT NULL,
  from_on TEXT NOT NULL,
  until_on TEXT,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT,
  PRIMARY KEY (workspace, id)
);

CREATE INDEX person_by_leaving ON person (workspace, left_on, id);
