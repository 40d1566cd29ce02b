-- What a deal leaves, what it is without tax, and the discount that was given; empty where nobody has said. A person's
-- parts of the first two stand beside their credit, in the workspace's currency.

ALTER TABLE deal ADD COLUMN margin_minor BIGINT;
ALTER TABLE deal ADD COLUMN ex_vat_minor BIGINT;
ALTER TABLE deal ADD COLUMN discount_bps INTEGER;
ALTER TABLE credit ADD COLUMN base_margin_minor BIGINT;
ALTER TABLE credit ADD COLUMN base_ex_vat_minor BIGINT;
