-- Goals on three levels, every value they ever had, what was checked in, and what somebody proposes to change.

CREATE TABLE goal (
  workspace TEXT NOT NULL REFERENCES workspace (id),
  id TEXT NOT NULL,
  -- The 3 of G-3.
  number BIGINT NOT NULL,
  -- company, team or person.
  level TEXT NOT NULL,
  -- The person's or the team's id; empty for the company.
  owner TEXT NOT NULL,
  -- signed, collected, deals, new-customers, average-deal, attainment, or checkin for what people report themselves.
  metric TEXT NOT NULL,
  -- What a check-in metric counts, and in what; empty for the others.
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  period TEXT NOT NULL,
  parent TEXT,
  -- The latest revision's value: minor units for money, hundredths for percent and check-in metrics, else whole things.
  value BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT,
  PRIMARY KEY (workspace, id),
  FOREIGN KEY (workspace, parent) REFERENCES goal (workspace, id)
);
CREATE UNIQUE INDEX goal_by_number ON goal (workspace, number);
-- One goal for a thing, its owner and a period: a second one is a revision.
CREATE UNIQUE INDEX goal_once ON goal (workspace, level, owner, metric, name, period);
CREATE INDEX goal_by_period ON goal (workspace, period);

CREATE TABLE goal_revision (
  workspace TEXT NOT NULL,
  goal TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  value BIGINT NOT NULL,
  effective_on TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT,
  reason TEXT,
  origin TEXT NOT NULL,
  PRIMARY KEY (workspace, goal, sequence),
  FOREIGN KEY (workspace, goal) REFERENCES goal (workspace, id)
);

-- What a check-in metric has reached, in hundredths of its unit.
CREATE TABLE goal_checkin (
  workspace TEXT NOT NULL,
  goal TEXT NOT NULL,
  id TEXT NOT NULL,
  value BIGINT NOT NULL,
  note TEXT,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT,
  PRIMARY KEY (workspace, goal, id),
  FOREIGN KEY (workspace, goal) REFERENCES goal (workspace, id)
);

-- A change of a goal that somebody asks for. A target that pay depends on needs an admin beside the manager.
CREATE TABLE goal_proposal (
  workspace TEXT NOT NULL,
  id TEXT NOT NULL,
  goal TEXT NOT NULL,
  -- The goal's value when it was proposed, and the proposed one.
  before_value BIGINT NOT NULL,
  value BIGINT NOT NULL,
  reason TEXT NOT NULL,
  -- open, approved or declined.
  status TEXT NOT NULL,
  proposed_by TEXT,
  proposed_at TEXT NOT NULL,
  -- Who has said yes as the manager, and as an admin; who said no.
  manager_by TEXT,
  admin_by TEXT,
  declined_by TEXT,
  decided_at TEXT,
  -- The post under which the decision is announced.
  thread TEXT,
  PRIMARY KEY (workspace, id),
  FOREIGN KEY (workspace, goal) REFERENCES goal (workspace, id)
);
CREATE INDEX goal_proposal_by_status ON goal_proposal (workspace, status, proposed_at);
CREATE INDEX goal_proposal_by_goal ON goal_proposal (workspace, goal);
