-- What recurs by the clock, what has been served of it, and what came out of it.

CREATE TABLE ritual (
  workspace TEXT NOT NULL REFERENCES workspace (id),
  id TEXT NOT NULL,
  -- weekly-retro or monthly-calibration.
  template TEXT NOT NULL,
  -- As it is written: weekly fri 16:00.
  schedule TEXT NOT NULL,
  team TEXT NOT NULL,
  -- Empty: the team's zone, or the workspace's.
  zone TEXT,
  -- The purpose of the channel that it takes place in: sales, deals or retro.
  channel TEXT NOT NULL,
  -- For so long it is still held, late; after that it is missed.
  catch_up_hours INTEGER NOT NULL,
  paused INTEGER NOT NULL DEFAULT 0,
  -- Every occurrence up to this moment has been dealt with.
  settled_until TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (workspace, id),
  FOREIGN KEY (workspace, team) REFERENCES team (workspace, id)
);
CREATE UNIQUE INDEX ritual_once ON ritual (workspace, template, team);

-- One stage of one serving. Whoever stores (or takes) the row does the work, in the same transaction.
CREATE TABLE ritual_run (
  workspace TEXT NOT NULL,
  ritual TEXT NOT NULL,
  -- The period served: 2026-W47, 2026-12.
  occurrence TEXT NOT NULL,
  -- open, nudge, close.
  stage TEXT NOT NULL,
  -- waiting (for due_at), done, missed, or skipped.
  status TEXT NOT NULL,
  due_at TEXT NOT NULL,
  -- When it was done, missed or skipped; while it waits, when it was planned.
  at TEXT NOT NULL,
  PRIMARY KEY (workspace, ritual, occurrence, stage),
  FOREIGN KEY (workspace, ritual) REFERENCES ritual (workspace, id)
);
CREATE INDEX ritual_run_due ON ritual_run (workspace, status, due_at);

-- A retro or a calibration that has taken place, or is going on while closed_at is empty.
CREATE TABLE session (
  workspace TEXT NOT NULL,
  ritual TEXT NOT NULL,
  occurrence TEXT NOT NULL,
  -- JSON: the ids of the posts that open its thread, one for each home.
  threads TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  closes_at TEXT NOT NULL,
  closed_at TEXT,
  PRIMARY KEY (workspace, ritual, occurrence),
  FOREIGN KEY (workspace, ritual) REFERENCES ritual (workspace, id)
);
CREATE INDEX session_by_time ON session (workspace, opened_at);

-- Who was asked in a retro, and what they answered (empty until they do).
CREATE TABLE retro_part (
  workspace TEXT NOT NULL,
  ritual TEXT NOT NULL,
  occurrence TEXT NOT NULL,
  person TEXT NOT NULL,
  -- JSON lists of post ids: the private prompt, the answer in the thread, the private word to the managers.
  prompts TEXT NOT NULL,
  thread_posts TEXT NOT NULL DEFAULT '[]',
  manager_posts TEXT NOT NULL DEFAULT '[]',
  highlight TEXT,
  improvement TEXT,
  shortfall TEXT,
  cause TEXT,
  next_plan TEXT,
  -- 1: the shortfall is for everyone to read.
  shared INTEGER NOT NULL DEFAULT 0,
  -- The improvement item that the answer made.
  item TEXT,
  answered_at TEXT,
  revised_at TEXT,
  PRIMARY KEY (workspace, ritual, occurrence, person),
  FOREIGN KEY (workspace, ritual, occurrence) REFERENCES session (workspace, ritual, occurrence),
  FOREIGN KEY (workspace, person) REFERENCES person (workspace, id)
);
CREATE INDEX retro_part_by_person ON retro_part (workspace, person, occurrence);

-- What somebody put on the table in a calibration.
CREATE TABLE calibration_input (
  workspace TEXT NOT NULL,
  id TEXT NOT NULL,
  ritual TEXT NOT NULL,
  occurrence TEXT NOT NULL,
  person TEXT NOT NULL,
  market TEXT,
  -- The action's improvement item, and the proposed change of a goal.
  item TEXT,
  proposal TEXT,
  recorded_at TEXT NOT NULL,
  PRIMARY KEY (workspace, id),
  FOREIGN KEY (workspace, ritual, occurrence) REFERENCES session (workspace, ritual, occurrence),
  FOREIGN KEY (workspace, person) REFERENCES person (workspace, id)
);
CREATE INDEX calibration_input_by_session ON calibration_input (workspace, ritual, occurrence, recorded_at);

CREATE TABLE improvement (
  workspace TEXT NOT NULL,
  id TEXT NOT NULL,
  -- The 7 of I-7.
  number BIGINT NOT NULL,
  owner TEXT NOT NULL,
  what TEXT NOT NULL,
  due_on TEXT NOT NULL,
  -- open, done or dropped.
  status TEXT NOT NULL,
  -- Where it came from: retro:2026-W47, calibration:2026-12, or added.
  source TEXT NOT NULL,
  postponed INTEGER NOT NULL DEFAULT 0,
  reason TEXT,
  -- When its owner is to be reminded; empty once that has happened, or when it is closed.
  remind_at TEXT,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  closed_at TEXT,
  PRIMARY KEY (workspace, id),
  FOREIGN KEY (workspace, owner) REFERENCES person (workspace, id)
);
CREATE UNIQUE INDEX improvement_by_number ON improvement (workspace, number);
CREATE INDEX improvement_by_owner ON improvement (workspace, owner, status, due_on);
CREATE INDEX improvement_to_remind ON improvement (workspace, remind_at);
