-- What is to be posted, what has been answered, what was reacted to, and who changed what.

CREATE TABLE post (
  workspace TEXT NOT NULL REFERENCES workspace (id),
  id TEXT NOT NULL,
  -- The same cause posts once: a second post under the same key in the workspace is not stored.
  post_key TEXT,
  platform TEXT NOT NULL,
  home TEXT NOT NULL,
  -- Where to: channel (its external id), person (their id), thread or update (the id of another post).
  to_kind TEXT NOT NULL,
  to_id TEXT NOT NULL,
  subject TEXT,
  view TEXT NOT NULL,
  -- waiting, sending, sent, cancelled, or failed (given up; visible in health).
  status TEXT NOT NULL,
  due_at TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  claimed_until TEXT,
  -- 1 while nobody knows whether the platform has posted it: it is looked up before it is sent again.
  outcome_unknown INTEGER NOT NULL DEFAULT 0,
  external_channel TEXT,
  external_message TEXT,
  error TEXT,
  created_at TEXT NOT NULL,
  sent_at TEXT,
  PRIMARY KEY (workspace, id)
);
CREATE UNIQUE INDEX post_once ON post (workspace, post_key, platform, home);
CREATE INDEX post_due ON post (status, due_at);
CREATE INDEX post_by_message ON post (platform, home, external_message);
CREATE INDEX post_by_subject ON post (workspace, subject);

-- A writing request that has been carried out, with its answer: a repeat gets the same answer and changes nothing.
CREATE TABLE answered (
  workspace TEXT NOT NULL REFERENCES workspace (id),
  delivery TEXT NOT NULL,
  answer TEXT NOT NULL,
  answered_at TEXT NOT NULL,
  PRIMARY KEY (workspace, delivery)
);
CREATE INDEX answered_by_time ON answered (answered_at);

-- One row per message, emoji and person; the later event wins, on ties the removal.
CREATE TABLE reaction (
  workspace TEXT NOT NULL REFERENCES workspace (id),
  platform TEXT NOT NULL,
  home TEXT NOT NULL,
  channel TEXT NOT NULL,
  message TEXT NOT NULL,
  emoji TEXT NOT NULL,
  person TEXT NOT NULL,
  present INTEGER NOT NULL,
  event_at TEXT NOT NULL,
  PRIMARY KEY (workspace, platform, home, channel, message, emoji, person)
);

-- Who changed what, from what, to what, and by which request.
CREATE TABLE audit (
  workspace TEXT NOT NULL REFERENCES workspace (id),
  id TEXT NOT NULL,
  at TEXT NOT NULL,
  -- Empty: the bot itself.
  person TEXT,
  what TEXT NOT NULL,
  subject TEXT NOT NULL,
  before TEXT,
  after TEXT,
  origin TEXT NOT NULL,
  PRIMARY KEY (workspace, id)
);
CREATE INDEX audit_by_subject ON audit (workspace, subject);

-- The next human number of a kind of thing, such as D-128.
CREATE TABLE counter (
  workspace TEXT NOT NULL REFERENCES workspace (id),
  name TEXT NOT NULL,
  value BIGINT NOT NULL,
  PRIMARY KEY (workspace, name)
);
