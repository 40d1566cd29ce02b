-- Which entries move a person's collected money, by day, so that the collections and refunds of a span are found without
-- reading the person's deals. Amounts stand in entry; a deal's rows follow whoever has a share in it now, and a voided
-- deal has none. Can be worked out again from entry and credit at any time.

CREATE TABLE money_moved (
  workspace TEXT NOT NULL,
  person TEXT NOT NULL,
  moved_on TEXT NOT NULL,
  deal TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  PRIMARY KEY (workspace, person, moved_on, deal, sequence),
  FOREIGN KEY (workspace, deal) REFERENCES deal (workspace, id),
  FOREIGN KEY (workspace, person) REFERENCES person (workspace, id)
);
CREATE INDEX money_moved_by_day ON money_moved (workspace, moved_on, deal);
CREATE INDEX money_moved_by_deal ON money_moved (workspace, deal);

INSERT INTO money_moved (workspace, person, moved_on, deal, sequence)
SELECT entry.workspace, credit.person, entry.effective_on, entry.deal, entry.sequence
FROM entry
JOIN credit ON credit.workspace = entry.workspace AND credit.deal = entry.deal
WHERE entry.base_collected_minor <> 0 OR entry.kind = 'refunded';
