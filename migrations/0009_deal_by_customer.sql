-- A customer's first sale is looked up for every deal. Without the number in the index SQLite prefers to go through
-- all deals by date, because only that index has the order asked for.

DROP INDEX deal_by_customer;
CREATE INDEX deal_by_customer ON deal (workspace, customer_key, signed_on, number);
