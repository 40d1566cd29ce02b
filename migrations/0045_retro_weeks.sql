-- How a team wants its weekly retro to be held.
CREATE TABLE retro_setting (
  workspace TEXT NOT NULL,
  ritual TEXT NOT NULL,
  -- 0: answers carry names. Otherwise they carry none, and are shown from so many answers on.
  minimum INTEGER NOT NULL,
  -- What becomes of it on the month's last two workdays: short or usual.
  month_end TEXT NOT NULL,
  set_by TEXT NOT NULL,
  set_at TEXT NOT NULL,
  PRIMARY KEY (workspace, ritual),
  FOREIGN KEY (workspace, ritual) REFERENCES ritual (workspace, id)
);

-- One week's retro: what held when it was opened, and who took part in the end.
CREATE TABLE retro_week (
  workspace TEXT NOT NULL,
  ritual TEXT NOT NULL,
  occurrence TEXT NOT NULL,
  minimum INTEGER NOT NULL,
  -- 1: two questions only, and no nudge.
  short INTEGER NOT NULL,
  -- Until then answers are taken after the close, as late ones.
  late_until TEXT NOT NULL,
  -- JSON: the ids of the posts that hold the summary.
  summaries TEXT NOT NULL DEFAULT '[]',
  -- How many count, have answered, and of these late; asked is empty until the close.
  asked INTEGER,
  answered INTEGER NOT NULL DEFAULT 0,
  late INTEGER NOT NULL DEFAULT 0,
  -- So many answers without names were too few to be shown and have been erased.
  erased INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (workspace, ritual, occurrence),
  FOREIGN KEY (workspace, ritual, occurrence) REFERENCES session (workspace, ritual, occurrence)
);
INSERT INTO retro_week (workspace, ritual, occurrence, minimum, short, late_until, asked, answered)
  SELECT session.workspace, session.ritual, session.occurrence, 0, 0, session.closes_at,
    CASE WHEN session.closed_at IS NULL THEN NULL ELSE (
      SELECT COUNT(*) FROM retro_part WHERE retro_part.workspace = session.workspace
        AND retro_part.ritual = session.ritual AND retro_part.occurrence = session.occurrence) END,
    (SELECT COUNT(*) FROM retro_part WHERE retro_part.workspace = session.workspace
      AND retro_part.ritual = session.ritual AND retro_part.occurrence = session.occurrence
      AND retro_part.answered_at IS NOT NULL)
  FROM session JOIN ritual ON ritual.workspace = session.workspace AND ritual.id = session.ritual
  WHERE ritual.template = 'weekly-retro';

-- What was said in a retro without names, in an order that tells nothing of who said it or when.
CREATE TABLE retro_note (
  workspace TEXT NOT NULL,
  ritual TEXT NOT NULL,
  occurrence TEXT NOT NULL,
  -- highlight, improvement, shared (for the thread) or private (for who leads the team).
  kind TEXT NOT NULL,
  position INTEGER NOT NULL,
  -- 1: came after the close.
  late INTEGER NOT NULL,
  -- The sentence; of what fell short the JSON of what fell short, why, and the plan.
  said TEXT NOT NULL,
  PRIMARY KEY (workspace, ritual, occurrence, kind, position),
  FOREIGN KEY (workspace, ritual, occurrence) REFERENCES session (workspace, ritual, occurrence)
);

-- When a person's prompt is to reach them; the posts that nudge them; whether the prompt was taken back (1), or had gone
-- out already, because they are away (2); whether they answered after the close.
ALTER TABLE retro_part ADD COLUMN ask_at TEXT;
ALTER TABLE retro_part ADD COLUMN nudges TEXT NOT NULL DEFAULT '[]';
ALTER TABLE retro_part ADD COLUMN away INTEGER NOT NULL DEFAULT 0;
ALTER TABLE retro_part ADD COLUMN late INTEGER NOT NULL DEFAULT 0;
