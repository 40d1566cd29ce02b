-- The team's evening report, and one line for each of its members privately.

-- 1: a day on which nothing has happened is passed over in silence.
ALTER TABLE ritual ADD COLUMN silent_when_empty INTEGER NOT NULL DEFAULT 0;

-- What a report has told of its month so far: what has come since then is told by the next one.
CREATE TABLE daily_report (
  workspace TEXT NOT NULL,
  ritual TEXT NOT NULL,
  -- The day that it is about.
  occurrence TEXT NOT NULL,
  month_deals BIGINT NOT NULL,
  month_signed_minor BIGINT NOT NULL,
  -- Of whom, folded: the sums of another team are not compared with these.
  people TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  PRIMARY KEY (workspace, ritual, occurrence),
  FOREIGN KEY (workspace, ritual) REFERENCES ritual (workspace, id)
);

-- Each person's line of a day: one, however many teams they are in. Whoever takes the row writes the line.
CREATE TABLE daily_line (
  workspace TEXT NOT NULL,
  person TEXT NOT NULL,
  on_date TEXT NOT NULL,
  ritual TEXT NOT NULL,
  -- waiting, said, nothing (there was nothing to say), or left out (stopped, or switched off).
  status TEXT NOT NULL,
  -- 1: nothing has happened in the team, which passes such days over: only changes of pay are told.
  changes_only INTEGER NOT NULL,
  late_minutes INTEGER NOT NULL,
  -- The share of a pool that the person knows of since then, in minor units, and the pool's attainment in basis points.
  period TEXT,
  pool_minor BIGINT,
  pool_bps BIGINT,
  at TEXT NOT NULL,
  PRIMARY KEY (workspace, person, on_date),
  FOREIGN KEY (workspace, person) REFERENCES person (workspace, id)
);
CREATE INDEX daily_line_by_status ON daily_line (workspace, status, person);
