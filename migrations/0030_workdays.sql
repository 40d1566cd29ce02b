-- Days off and extra workdays that an admin has entered, of the whole workspace and of a team. JSON:
-- {"2027-02-10": {"works": false, "name": "春节"}}

ALTER TABLE workspace ADD COLUMN own_days TEXT NOT NULL DEFAULT '{}';
ALTER TABLE team ADD COLUMN own_days TEXT NOT NULL DEFAULT '{}';
-- A regional team's own calendar: mon-fri or china; nothing: that of the team above, or the workspace's.
ALTER TABLE team ADD COLUMN calendar TEXT;
