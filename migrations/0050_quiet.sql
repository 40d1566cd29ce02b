-- Private messages leave within their reader's hours, at most one in an hour: what waits is bundled into one message.

-- 1: the reader is waiting for it, and it goes out at once.
ALTER TABLE post ADD COLUMN at_once INTEGER NOT NULL DEFAULT 0;
-- What kind of news it is, where its reader may do without.
ALTER TABLE post ADD COLUMN kind TEXT;
-- What it asks for, where it asks for something: `<prompt> <about>`.
ALTER TABLE post ADD COLUMN prompt TEXT;
-- From this moment on it makes no sense any more.
ALTER TABLE post ADD COLUMN until_at TEXT;
-- Not before: its reader's hours, or the hour since their last message.
ALTER TABLE post ADD COLUMN held_until TEXT;
-- The post under whose id the message went out that this one is a part of.
ALTER TABLE post ADD COLUMN bundle TEXT;
-- Which part of that message it is, from 0 on.
ALTER TABLE post ADD COLUMN part INTEGER NOT NULL DEFAULT 0;
-- 1: a bundle with it was refused; it goes by itself.
ALTER TABLE post ADD COLUMN alone INTEGER NOT NULL DEFAULT 0;
-- When it was first tried: what fails for a day from then on is given up.
ALTER TABLE post ADD COLUMN first_tried_at TEXT;
-- When it was last put off by its reader.
ALTER TABLE post ADD COLUMN snoozed_at TEXT;
CREATE INDEX post_by_bundle ON post (workspace, bundle);

-- Each reader's last private message that was not waited for: the next one leaves an hour later.
CREATE TABLE private_hour (
  workspace TEXT NOT NULL REFERENCES workspace (id),
  person TEXT NOT NULL,
  taken_at TEXT NOT NULL,
  -- The post that has taken it: it may be tried again within the hour.
  post TEXT NOT NULL,
  PRIMARY KEY (workspace, person)
);
