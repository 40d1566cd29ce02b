-- What people say is wrong with their pay, and amounts that somebody adds to it or takes off by hand.

CREATE TABLE dispute (
  workspace TEXT NOT NULL REFERENCES workspace (id),
  id TEXT NOT NULL,
  -- The 3 of /commission dispute 3.
  number BIGINT NOT NULL,
  person TEXT NOT NULL,
  -- The period whose pay it is about, and the deal; empty: the statement as a whole.
  period TEXT NOT NULL,
  deal TEXT,
  -- open, accepted, rejected or carried (beyond the closing of its period).
  state TEXT NOT NULL,
  -- Whose and about what, while it is not settled: there is one at a time.
  slot TEXT,
  opened_at TEXT NOT NULL,
  PRIMARY KEY (workspace, id),
  FOREIGN KEY (workspace, person) REFERENCES person (workspace, id)
);
CREATE UNIQUE INDEX dispute_by_number ON dispute (workspace, number);
CREATE UNIQUE INDEX dispute_once ON dispute (workspace, slot);
CREATE INDEX dispute_by_state ON dispute (workspace, state, opened_at);

-- What was said and decided. kind: opened, note, accepted, rejected, carried.
CREATE TABLE dispute_event (
  workspace TEXT NOT NULL,
  dispute TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  kind TEXT NOT NULL,
  said_by TEXT,
  at TEXT NOT NULL,
  note TEXT,
  PRIMARY KEY (workspace, dispute, sequence),
  FOREIGN KEY (workspace, dispute) REFERENCES dispute (workspace, id)
);

CREATE TABLE manual_adjustment (
  workspace TEXT NOT NULL REFERENCES workspace (id),
  id TEXT NOT NULL,
  number BIGINT NOT NULL,
  person TEXT NOT NULL,
  -- The open period in which it stands.
  period TEXT NOT NULL,
  amount_minor BIGINT NOT NULL,
  reason TEXT NOT NULL,
  -- proposed, approved or declined.
  state TEXT NOT NULL,
  proposed_by TEXT NOT NULL,
  proposed_at TEXT NOT NULL,
  -- Never the one who proposed it, nor the one who gets it.
  decided_by TEXT,
  decided_at TEXT,
  PRIMARY KEY (workspace, id),
  FOREIGN KEY (workspace, person) REFERENCES person (workspace, id)
);
CREATE UNIQUE INDEX manual_adjustment_by_number ON manual_adjustment (workspace, number);
CREATE INDEX manual_adjustment_by_period ON manual_adjustment (workspace, period, person);
