-- When a person is not there. What is cancelled stays, so that it can be said who did it and when.

CREATE TABLE personal_leave (
  workspace TEXT NOT NULL REFERENCES workspace (id),
  id TEXT NOT NULL,
  person TEXT NOT NULL,
  -- The first and the last day, both included.
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  entered_by TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  cancelled_by TEXT,
  cancelled_at TEXT,
  PRIMARY KEY (workspace, id),
  FOREIGN KEY (workspace, person) REFERENCES person (workspace, id)
);
CREATE INDEX personal_leave_by_date ON personal_leave (workspace, to_on);
