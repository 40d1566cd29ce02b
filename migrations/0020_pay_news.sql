-- What people are told privately about changes of their pay. Several changes within a short time are one message, which
-- is written anew from its rows as long as it has not gone out.

CREATE TABLE pay_news (
  workspace TEXT NOT NULL,
  id TEXT NOT NULL,
  person TEXT NOT NULL,
  -- The message's subject is pay-news:<message>.
  message TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  -- What has happened, in the person's language; empty in further rows about the same.
  happened TEXT NOT NULL,
  deal TEXT,
  -- The pay that it has changed, in minor units; without a period it has changed none.
  period TEXT,
  -- signed: on everything signed; confirmed: on what a manager has confirmed.
  part TEXT,
  -- Empty where nothing had been calculated.
  before_minor BIGINT,
  after_minor BIGINT,
  -- Attainment, in millionths of the target.
  before_ppm BIGINT,
  after_ppm BIGINT,
  -- What of it is a line that was crossed, in the person's language.
  crossed TEXT,
  PRIMARY KEY (workspace, id),
  FOREIGN KEY (workspace, person) REFERENCES person (workspace, id)
);
CREATE INDEX pay_news_by_person ON pay_news (workspace, person, id);
CREATE INDEX pay_news_by_message ON pay_news (workspace, message, id);
