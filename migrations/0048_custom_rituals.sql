-- Rituals that somebody has made: several of one kind in a team, each with a name and with what it asks.

-- Empty: it is called after its template.
ALTER TABLE ritual ADD COLUMN name TEXT;
-- JSON: the questions, who is asked, and for how many workdays; empty where the template asks in a way of its own.
ALTER TABLE ritual ADD COLUMN asks TEXT;
-- Empty for what a team has one of; the ritual's own id for what it may have several of.
ALTER TABLE ritual ADD COLUMN slot TEXT NOT NULL DEFAULT '';
DROP INDEX ritual_once;
CREATE UNIQUE INDEX ritual_once ON ritual (workspace, template, team, slot);

-- What a serving asks, as it was when it opened: a later change of the ritual is for the next one.
CREATE TABLE asked_session (
  workspace TEXT NOT NULL,
  ritual TEXT NOT NULL,
  occurrence TEXT NOT NULL,
  name TEXT NOT NULL,
  -- JSON, as in the ritual's row.
  asks TEXT NOT NULL,
  -- JSON: the posts of the summary, once it is closed.
  summary_posts TEXT NOT NULL DEFAULT '[]',
  PRIMARY KEY (workspace, ritual, occurrence),
  FOREIGN KEY (workspace, ritual) REFERENCES ritual (workspace, id)
);

-- Who was asked, and when they answered (empty until they do).
CREATE TABLE asked_part (
  workspace TEXT NOT NULL,
  ritual TEXT NOT NULL,
  occurrence TEXT NOT NULL,
  person TEXT NOT NULL,
  -- JSON lists of post ids: the private prompt, and the answer in the thread.
  prompts TEXT NOT NULL,
  thread_posts TEXT NOT NULL DEFAULT '[]',
  -- 1: the first answer came after the close.
  late INTEGER NOT NULL DEFAULT 0,
  answered_at TEXT,
  PRIMARY KEY (workspace, ritual, occurrence, person),
  FOREIGN KEY (workspace, ritual, occurrence) REFERENCES asked_session (workspace, ritual, occurrence)
);
CREATE INDEX asked_part_by_person ON asked_part (workspace, person, answered_at);

CREATE TABLE asked_answer (
  workspace TEXT NOT NULL,
  id TEXT NOT NULL,
  ritual TEXT NOT NULL,
  occurrence TEXT NOT NULL,
  -- Whose answer it is; once an anonymous one is closed, nobody's: empty.
  person TEXT NOT NULL,
  question TEXT NOT NULL,
  -- Who reads it. thread: everybody; manager: who leads the team; sealed: nobody; anonymous: everybody, without a name.
  visible TEXT NOT NULL,
  -- JSON: what was answered, by the question's type.
  value TEXT NOT NULL,
  -- The same as people read it.
  shown TEXT NOT NULL,
  -- The improvement item that it has made.
  item TEXT,
  answered_at TEXT NOT NULL,
  PRIMARY KEY (workspace, id),
  FOREIGN KEY (workspace, ritual, occurrence) REFERENCES asked_session (workspace, ritual, occurrence)
);
CREATE INDEX asked_answer_by_session ON asked_answer (workspace, ritual, occurrence, person, question);
CREATE INDEX asked_answer_by_time ON asked_answer (workspace, answered_at, id);

-- A trial that somebody makes for themselves; it is gone with its end and counts nowhere.
CREATE TABLE asked_trial (
  workspace TEXT NOT NULL,
  person TEXT NOT NULL,
  ritual TEXT NOT NULL,
  -- JSON lists: the posts that open it, and the answers.
  threads TEXT NOT NULL,
  answers TEXT NOT NULL DEFAULT '[]',
  started_at TEXT NOT NULL,
  PRIMARY KEY (workspace, person, ritual),
  FOREIGN KEY (workspace, ritual) REFERENCES ritual (workspace, id)
);
