-- Pay periods that were closed, everybody's statement of them, and who has approved it.

-- A period without a row is open. state: frozen, approved, paid.
CREATE TABLE pay_period (
  workspace TEXT NOT NULL REFERENCES workspace (id),
  period TEXT NOT NULL,
  state TEXT NOT NULL,
  -- The statements' latest revision, and the moment up to which what was recorded counts in it.
  revision INTEGER NOT NULL,
  frozen_at TEXT NOT NULL,
  frozen_by TEXT,
  approved_at TEXT,
  approved_by TEXT,
  paid_at TEXT,
  paid_by TEXT,
  PRIMARY KEY (workspace, period)
);

-- Every revision stays. Amounts are minor units of the workspace's currency; total is the sum of the other three.
CREATE TABLE statement (
  workspace TEXT NOT NULL,
  period TEXT NOT NULL,
  person TEXT NOT NULL,
  revision INTEGER NOT NULL,
  earned_minor BIGINT NOT NULL,
  adjusted_minor BIGINT NOT NULL,
  manual_minor BIGINT NOT NULL,
  total_minor BIGINT NOT NULL,
  currency TEXT NOT NULL,
  -- Canonical JSON, and the SHA-256 of its bytes.
  document TEXT NOT NULL,
  hash TEXT NOT NULL,
  -- What was recorded up to this moment is in it.
  as_of TEXT NOT NULL,
  -- Why it was issued again; empty for the first.
  reason TEXT,
  -- right or off: what the person said to it.
  answer TEXT,
  answered_at TEXT,
  -- The manager who has approved it.
  approved_by TEXT,
  approved_at TEXT,
  PRIMARY KEY (workspace, period, person, revision),
  FOREIGN KEY (workspace, period) REFERENCES pay_period (workspace, period),
  FOREIGN KEY (workspace, person) REFERENCES person (workspace, id)
);

-- The deals of which a person had a part when the period was closed last, confirmed or not: what is recorded of them
-- later is looked for here.
CREATE TABLE statement_deal (
  workspace TEXT NOT NULL,
  person TEXT NOT NULL,
  period TEXT NOT NULL,
  deal TEXT NOT NULL,
  PRIMARY KEY (workspace, person, period, deal),
  FOREIGN KEY (workspace, period) REFERENCES pay_period (workspace, period),
  FOREIGN KEY (workspace, deal) REFERENCES deal (workspace, id)
);
CREATE INDEX statement_deal_by_deal ON statement_deal (workspace, deal);
