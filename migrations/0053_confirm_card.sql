-- The card on which a manager confirms the day's new deals: one a day, kept in step until the next one comes.

CREATE TABLE confirm_card (
  workspace TEXT NOT NULL,
  manager TEXT NOT NULL,
  on_date TEXT NOT NULL,
  -- JSON: the ids of the deals that have been on it.
  deals TEXT NOT NULL,
  -- What waits on it as it was shown last, folded.
  shown TEXT NOT NULL,
  -- 1: it follows what becomes of its deals.
  open INTEGER NOT NULL,
  posted_at TEXT NOT NULL,
  PRIMARY KEY (workspace, manager, on_date),
  FOREIGN KEY (workspace, manager) REFERENCES person (workspace, id)
);
CREATE INDEX confirm_card_open ON confirm_card (workspace, open, manager);
