-- A calibration asks what kind of change there is in the market, and several actions and proposals can follow from one.

ALTER TABLE calibration_input ADD COLUMN kind TEXT;
-- The input that this action or proposal follows from; empty for a change in the market itself.
ALTER TABLE calibration_input ADD COLUMN about TEXT;

-- JSON: the months and their weights that are wished for; empty where it is the value that should change.
ALTER TABLE goal_proposal ADD COLUMN phases TEXT;
