-- What somebody has reported of a goal that pay depends on: it counts once a manager or an admin has confirmed it.

CREATE TABLE goal_checkin_claim (
  workspace TEXT NOT NULL,
  id TEXT NOT NULL,
  goal TEXT NOT NULL,
  value BIGINT NOT NULL,
  note TEXT,
  confidence TEXT,
  entered_at TEXT NOT NULL,
  entered_by TEXT NOT NULL,
  -- open, confirmed, declined, or replaced by a later one.
  state TEXT NOT NULL,
  decided_at TEXT,
  decided_by TEXT,
  PRIMARY KEY (workspace, id),
  FOREIGN KEY (workspace, goal) REFERENCES goal (workspace, id)
);

CREATE INDEX goal_checkin_claim_goal ON goal_checkin_claim (workspace, goal, state);
