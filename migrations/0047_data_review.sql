-- What a monthly data review has found, and what people made of it.

CREATE TABLE data_review (
  workspace TEXT NOT NULL,
  ritual TEXT NOT NULL,
  occurrence TEXT NOT NULL,
  -- JSON: the figures as they were when it opened; buttons and later readings work on these.
  facts TEXT NOT NULL,
  -- The calibration in whose thread it was held, where both fell into one week.
  within_ritual TEXT,
  within_occurrence TEXT,
  -- JSON: its own posts in that thread.
  posts TEXT NOT NULL DEFAULT '[]',
  PRIMARY KEY (workspace, ritual, occurrence),
  FOREIGN KEY (workspace, ritual, occurrence) REFERENCES session (workspace, ritual, occurrence)
);
CREATE INDEX data_review_within ON data_review (workspace, within_ritual, within_occurrence);

-- A case that somebody told, an SOP note, or an improvement item that came from a finding.
CREATE TABLE review_entry (
  workspace TEXT NOT NULL,
  id TEXT NOT NULL,
  ritual TEXT NOT NULL,
  occurrence TEXT NOT NULL,
  -- case, sop or item.
  kind TEXT NOT NULL,
  person TEXT NOT NULL,
  -- The finding that it came from; empty for a case.
  finding TEXT,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  item TEXT,
  recorded_at TEXT NOT NULL,
  PRIMARY KEY (workspace, id),
  FOREIGN KEY (workspace, ritual, occurrence) REFERENCES session (workspace, ritual, occurrence),
  FOREIGN KEY (workspace, person) REFERENCES person (workspace, id)
);
CREATE INDEX review_entry_by_session ON review_entry (workspace, ritual, occurrence, recorded_at);
CREATE INDEX review_entry_by_kind ON review_entry (workspace, kind, recorded_at);

-- Teams that have a calibration get the review as well.
INSERT INTO ritual (workspace, id, template, schedule, team, zone, channel, catch_up_hours, paused, settled_until, created_at)
SELECT workspace, id || '-review', 'monthly-data-review', 'monthly 5th-workday 10:00', team, zone, channel, 48, paused,
  settled_until, settled_until
FROM ritual
WHERE template = 'monthly-calibration' AND removed_at IS NULL;
