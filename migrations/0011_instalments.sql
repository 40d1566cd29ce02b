-- What is still to come in of a deal's instalment schedule, so that what is due is found without reading the deal log.
-- Worked out from entry, whose facts hold the schedules; only the moment of the next question is kept here alone.

CREATE TABLE open_instalment (
  workspace TEXT NOT NULL,
  deal TEXT NOT NULL,
  due_on TEXT NOT NULL,
  -- The deal's owner, who is asked about it.
  owner TEXT NOT NULL,
  -- What is open, in the deal's own currency.
  open_minor BIGINT NOT NULL,
  ask_at TEXT NOT NULL,
  PRIMARY KEY (workspace, deal, due_on),
  FOREIGN KEY (workspace, deal) REFERENCES deal (workspace, id),
  FOREIGN KEY (workspace, owner) REFERENCES person (workspace, id)
);
CREATE INDEX open_instalment_by_owner ON open_instalment (workspace, owner, due_on);
CREATE INDEX open_instalment_by_date ON open_instalment (workspace, due_on);
CREATE INDEX open_instalment_to_ask ON open_instalment (workspace, ask_at);
