-- How sure somebody is who checks in, and about which goals nobody has checked in to their owner was asked.

-- high, medium or low; null where it was not said.
ALTER TABLE goal_checkin ADD COLUMN confidence TEXT;

CREATE TABLE goal_asked (
  workspace TEXT NOT NULL,
  goal TEXT NOT NULL,
  -- The date since which nobody has checked in: the owner is asked once about each such stretch.
  since TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  PRIMARY KEY (workspace, goal, since),
  FOREIGN KEY (workspace, goal) REFERENCES goal (workspace, id)
);
