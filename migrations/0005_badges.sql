-- Badges, who holds them, everything that happened to an award, and what was nominated at a month's end.

CREATE TABLE badge (
  workspace TEXT NOT NULL REFERENCES workspace (id),
  id TEXT NOT NULL,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  emoji TEXT NOT NULL,
  -- How its seal is drawn: red, or paper for the quieter ones.
  tone TEXT NOT NULL,
  -- 1: one holder for each month and team.
  monthly INTEGER NOT NULL,
  -- The rule by which it is nominated at the month's end: most-signed; empty: it is not.
  rule TEXT,
  created_at TEXT NOT NULL,
  PRIMARY KEY (workspace, id)
);
CREATE UNIQUE INDEX badge_by_emoji ON badge (workspace, emoji);

CREATE TABLE award (
  workspace TEXT NOT NULL,
  id TEXT NOT NULL,
  badge TEXT NOT NULL,
  person TEXT NOT NULL,
  -- The person's team when it was awarded; empty without one.
  team TEXT NOT NULL,
  month TEXT NOT NULL,
  -- What it was given for: a message, a command or a nomination. The same cause awards the same person once.
  cause TEXT NOT NULL,
  -- month/team while a monthly badge is held, else empty: nobody else can hold it then.
  slot TEXT,
  -- 1: held, 0: revoked.
  held INTEGER NOT NULL,
  reason TEXT,
  -- Who else had a part in it, as a JSON list of people's ids: the others of a split deal.
  beside TEXT NOT NULL DEFAULT '[]',
  awarded_by TEXT NOT NULL,
  awarded_at TEXT NOT NULL,
  -- From when on it is public.
  announced_at TEXT NOT NULL,
  -- The announcement's posts, as a JSON list of ids.
  posts TEXT NOT NULL DEFAULT '[]',
  PRIMARY KEY (workspace, id),
  FOREIGN KEY (workspace, badge) REFERENCES badge (workspace, id),
  FOREIGN KEY (workspace, person) REFERENCES person (workspace, id)
);
CREATE UNIQUE INDEX award_once ON award (workspace, badge, person, cause);
CREATE UNIQUE INDEX award_monthly ON award (workspace, badge, slot);
CREATE INDEX award_by_person ON award (workspace, person, month);
CREATE INDEX award_by_month ON award (workspace, month);
CREATE INDEX award_by_cause ON award (workspace, cause);

-- kind: awarded or revoked.
CREATE TABLE award_event (
  workspace TEXT NOT NULL,
  award TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  kind TEXT NOT NULL,
  at TEXT NOT NULL,
  done_by TEXT NOT NULL,
  reason TEXT,
  origin TEXT NOT NULL,
  PRIMARY KEY (workspace, award, sequence),
  FOREIGN KEY (workspace, award) REFERENCES award (workspace, id)
);
CREATE INDEX award_event_by_time ON award_event (workspace, at);

-- A month's end in a team. status: open, confirmed, or empty where nobody was to be nominated.
CREATE TABLE nomination (
  workspace TEXT NOT NULL,
  badge TEXT NOT NULL,
  month TEXT NOT NULL,
  team TEXT NOT NULL,
  status TEXT NOT NULL,
  nominated_at TEXT NOT NULL,
  award TEXT,
  PRIMARY KEY (workspace, badge, month, team),
  FOREIGN KEY (workspace, badge) REFERENCES badge (workspace, id)
);
