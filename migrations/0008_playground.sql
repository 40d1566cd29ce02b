-- The playground is its own chat server: its messages, the reactions on them, and its clock.

CREATE TABLE playground_message (
  workspace TEXT NOT NULL REFERENCES workspace (id),
  id TEXT NOT NULL,
  -- The order in which messages were written, also within one millisecond.
  sequence BIGINT NOT NULL,
  -- A channel's name, or dm:<person> for somebody's conversation with the bot.
  place TEXT NOT NULL,
  -- The message that this one answers; empty for a message of its own.
  thread TEXT,
  -- Empty: the bot.
  author TEXT,
  -- Whose eyes only; empty: everyone in the place.
  only_for TEXT,
  text TEXT NOT NULL,
  -- The bot's messages, as the view they were rendered from.
  view TEXT,
  -- The outbox's post that this is, and what it is about.
  post TEXT,
  subject TEXT,
  edited INTEGER NOT NULL DEFAULT 0,
  at TEXT NOT NULL,
  PRIMARY KEY (workspace, id)
);
CREATE UNIQUE INDEX playground_message_in_order ON playground_message (workspace, place, sequence);
CREATE UNIQUE INDEX playground_message_by_post ON playground_message (workspace, post);
CREATE INDEX playground_message_by_thread ON playground_message (workspace, thread, sequence);

CREATE TABLE playground_reaction (
  workspace TEXT NOT NULL,
  message TEXT NOT NULL,
  emoji TEXT NOT NULL,
  person TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (workspace, message, emoji, person),
  FOREIGN KEY (workspace, message) REFERENCES playground_message (workspace, id)
);

-- How far the playground's clock runs ahead of the machine's. One row: the whole installation shares one clock.
CREATE TABLE playground_clock (
  name TEXT PRIMARY KEY,
  ahead_ms BIGINT NOT NULL
);
