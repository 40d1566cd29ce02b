-- A ritual that was removed keeps its row: what it has held stays readable, and it is not set up again by itself.

ALTER TABLE ritual ADD COLUMN removed_at TEXT;
