-- How a goal's value was worked out: growth over what was reached before, or drivers that are multiplied.

CREATE TABLE goal_basis (
  workspace TEXT NOT NULL,
  goal TEXT NOT NULL,
  -- The value that it makes; a goal that has another one by now was set anew.
  value BIGINT NOT NULL,
  -- What it was worked out from, as JSON.
  basis TEXT NOT NULL,
  PRIMARY KEY (workspace, goal),
  FOREIGN KEY (workspace, goal) REFERENCES goal (workspace, id)
);
