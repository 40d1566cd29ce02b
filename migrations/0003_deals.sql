-- The deal log: an append-only ledger (entry), what each deal is now (deal, credit), and running sums (total).
-- deal, credit and total can be worked out again from entry at any time.

CREATE TABLE product (
  workspace TEXT NOT NULL REFERENCES workspace (id),
  name TEXT NOT NULL,
  series TEXT,
  price_minor BIGINT,
  created_at TEXT NOT NULL,
  PRIMARY KEY (workspace, name)
);

-- What one unit of a foreign currency is worth in the workspace's own, from a date on: a decimal as text.
CREATE TABLE exchange_rate (
  workspace TEXT NOT NULL REFERENCES workspace (id),
  id TEXT NOT NULL,
  currency TEXT NOT NULL,
  from_on TEXT NOT NULL,
  rate TEXT NOT NULL,
  source TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT,
  PRIMARY KEY (workspace, id)
);

CREATE TABLE deal (
  workspace TEXT NOT NULL REFERENCES workspace (id),
  id TEXT NOT NULL,
  -- The 12 of D-12.
  number BIGINT NOT NULL,
  customer TEXT NOT NULL,
  -- The customer's name, folded, for recognising a repeat customer.
  customer_key TEXT NOT NULL,
  product TEXT,
  channel TEXT,
  referrer TEXT,
  contract TEXT,
  note TEXT,
  external_id TEXT,
  -- Signed and collected so far, in the deal's own currency.
  currency TEXT NOT NULL,
  amount_minor BIGINT NOT NULL,
  collected_minor BIGINT NOT NULL,
  -- The same in the workspace's currency, converted at the rate stored with each entry.
  base_minor BIGINT NOT NULL,
  base_collected_minor BIGINT NOT NULL,
  signed_on TEXT NOT NULL,
  first_contact_on TEXT,
  owner TEXT NOT NULL,
  repeat_customer INTEGER NOT NULL,
  confirmed INTEGER NOT NULL,
  voided INTEGER NOT NULL,
  source TEXT NOT NULL,
  logged_by TEXT,
  logged_at TEXT NOT NULL,
  PRIMARY KEY (workspace, id),
  FOREIGN KEY (workspace, owner) REFERENCES person (workspace, id)
);
CREATE UNIQUE INDEX deal_by_number ON deal (workspace, number);
CREATE UNIQUE INDEX deal_by_external_id ON deal (workspace, external_id);
CREATE INDEX deal_by_customer ON deal (workspace, customer_key, signed_on);
CREATE INDEX deal_by_date ON deal (workspace, signed_on, number);
CREATE INDEX deal_to_confirm ON deal (workspace, confirmed, voided, logged_at);

-- kind: signed, amended, confirmed, collected, refunded, voided.
CREATE TABLE entry (
  workspace TEXT NOT NULL,
  deal TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  kind TEXT NOT NULL,
  effective_on TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT,
  -- What this entry adds to (or takes from) signed and collected, in the deal's and in the workspace's currency.
  amount_minor BIGINT NOT NULL,
  collected_minor BIGINT NOT NULL,
  base_minor BIGINT NOT NULL,
  base_collected_minor BIGINT NOT NULL,
  rate TEXT NOT NULL,
  rate_source TEXT NOT NULL,
  -- JSON: the fields as they are from this entry on; only those that the entry sets, splits among them.
  facts TEXT NOT NULL,
  reason TEXT,
  origin TEXT NOT NULL,
  PRIMARY KEY (workspace, deal, sequence),
  FOREIGN KEY (workspace, deal) REFERENCES deal (workspace, id)
);
CREATE INDEX entry_by_time ON entry (workspace, recorded_at);

-- Who gets which share of a deal now; shares of a deal add up to 10,000 basis points, parts to the whole.
-- Amounts are the person's part, in the workspace's currency; a voided deal has none.
CREATE TABLE credit (
  workspace TEXT NOT NULL,
  deal TEXT NOT NULL,
  person TEXT NOT NULL,
  share_bps INTEGER NOT NULL,
  base_minor BIGINT NOT NULL,
  base_collected_minor BIGINT NOT NULL,
  signed_on TEXT NOT NULL,
  confirmed INTEGER NOT NULL,
  PRIMARY KEY (workspace, deal, person),
  FOREIGN KEY (workspace, deal) REFERENCES deal (workspace, id),
  FOREIGN KEY (workspace, person) REFERENCES person (workspace, id)
);
CREATE INDEX credit_by_person ON credit (workspace, person, signed_on, deal);

-- A person's running sums of a period (2026-11-20, 2026-W47, 2026-11, 2026-Q4, 2026), in the workspace's currency.
-- Signed amounts count in the period of the signing date, also when amended or refunded later; collected ones in
-- the period of the collection. A deal counts once, for its owner. Kept in the transaction that changes the deal.
CREATE TABLE total (
  workspace TEXT NOT NULL,
  person TEXT NOT NULL,
  period TEXT NOT NULL,
  signed_minor BIGINT NOT NULL DEFAULT 0,
  confirmed_minor BIGINT NOT NULL DEFAULT 0,
  collected_minor BIGINT NOT NULL DEFAULT 0,
  deals BIGINT NOT NULL DEFAULT 0,
  confirmed_deals BIGINT NOT NULL DEFAULT 0,
  new_customers BIGINT NOT NULL DEFAULT 0,
  -- The person's signing target of the period, and signed ÷ target in millionths, floored; empty without a target.
  target_minor BIGINT,
  attainment_ppm BIGINT,
  PRIMARY KEY (workspace, person, period),
  FOREIGN KEY (workspace, person) REFERENCES person (workspace, id)
);
CREATE INDEX total_by_signed ON total (workspace, period, signed_minor);
CREATE INDEX total_by_collected ON total (workspace, period, collected_minor);
CREATE INDEX total_by_deals ON total (workspace, period, deals);
CREATE INDEX total_by_attainment ON total (workspace, period, attainment_ppm);
