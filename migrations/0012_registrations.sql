-- Whose customer a customer is: one row for each, kept when the protection has lapsed, so that the pool is known.

CREATE TABLE registration (
  workspace TEXT NOT NULL REFERENCES workspace (id),
  -- The customer's name, folded as in deal.customer_key.
  customer_key TEXT NOT NULL,
  customer TEXT NOT NULL,
  holder TEXT NOT NULL,
  note TEXT,
  -- The first and the last day of the protection; released means that the last one lies in the past.
  from_on TEXT NOT NULL,
  until_on TEXT NOT NULL,
  remind_at TEXT,
  -- JSON: how deals are split where nothing is said, from which day on: [{from, shares: [{person, bps}]}].
  splits TEXT NOT NULL,
  PRIMARY KEY (workspace, customer_key),
  FOREIGN KEY (workspace, holder) REFERENCES person (workspace, id)
);
CREATE INDEX registration_by_holder ON registration (workspace, holder, until_on);
CREATE INDEX registration_by_date ON registration (workspace, until_on);
CREATE INDEX registration_to_remind ON registration (workspace, remind_at);

-- Two who claim the same customer, and what was ruled; verdict: keep, give, share.
CREATE TABLE registration_case (
  workspace TEXT NOT NULL REFERENCES workspace (id),
  id TEXT NOT NULL,
  customer_key TEXT NOT NULL,
  customer TEXT NOT NULL,
  holder TEXT NOT NULL,
  claimant TEXT NOT NULL,
  -- JSON: the numbers of the claimant's deals with the customer that were logged meanwhile.
  deals TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  verdict TEXT,
  reason TEXT,
  ruled_by TEXT,
  ruled_at TEXT,
  PRIMARY KEY (workspace, id),
  FOREIGN KEY (workspace, holder) REFERENCES person (workspace, id),
  FOREIGN KEY (workspace, claimant) REFERENCES person (workspace, id)
);
CREATE UNIQUE INDEX registration_case_open ON registration_case (workspace, customer_key, claimant) WHERE verdict IS NULL;
