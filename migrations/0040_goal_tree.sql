-- Objectives (a sentence, metric `objective`) beside what can be counted, weights, phases, a lock, who is responsible
-- and who contributes, and every change of these with who, when and why. A value's changes stay in goal_revision.

-- The weight among the goals of the same parent: basis points or whole parts, as weight_kind says; empty: an equal one.
ALTER TABLE goal ADD COLUMN weight BIGINT;
ALTER TABLE goal ADD COLUMN weight_kind TEXT;
-- Who is responsible for a goal of the company or of a team.
ALTER TABLE goal ADD COLUMN lead TEXT;
-- JSON: the months of a quarter or a year with what each is to bring; they add up to the value.
ALTER TABLE goal ADD COLUMN phases TEXT;
ALTER TABLE goal ADD COLUMN locked_at TEXT;
ALTER TABLE goal ADD COLUMN locked_by TEXT;
-- The goal's own id once it was dropped, so that the same thing can be set again; empty while it stands.
ALTER TABLE goal ADD COLUMN dropped TEXT NOT NULL DEFAULT '';

DROP INDEX goal_once;
CREATE UNIQUE INDEX goal_once ON goal (workspace, level, owner, metric, name, period, dropped);
CREATE INDEX goal_by_parent ON goal (workspace, parent);

CREATE TABLE goal_contributor (
  workspace TEXT NOT NULL,
  goal TEXT NOT NULL,
  person TEXT NOT NULL,
  added_at TEXT NOT NULL,
  PRIMARY KEY (workspace, goal, person),
  FOREIGN KEY (workspace, goal) REFERENCES goal (workspace, id),
  FOREIGN KEY (workspace, person) REFERENCES person (workspace, id)
);
CREATE INDEX goal_contributor_by_person ON goal_contributor (workspace, person);

CREATE TABLE goal_change (
  workspace TEXT NOT NULL,
  goal TEXT NOT NULL,
  id TEXT NOT NULL,
  -- weight, parent, owner, lead, contributors, phases, locked, unlocked or dropped.
  part TEXT NOT NULL,
  -- JSON: what it was and what it is from then on.
  before_change TEXT NOT NULL,
  after_change TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT,
  reason TEXT,
  origin TEXT NOT NULL,
  PRIMARY KEY (workspace, goal, id),
  FOREIGN KEY (workspace, goal) REFERENCES goal (workspace, id)
);
CREATE INDEX goal_change_by_moment ON goal_change (workspace, recorded_at);
CREATE INDEX goal_revision_by_moment ON goal_revision (workspace, recorded_at);
