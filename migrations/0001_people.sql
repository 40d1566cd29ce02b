-- Companies, where they chat, who works there, and in which teams.
-- Whatever pay depends on carries the date on which it takes effect and the moment at which it was recorded.

CREATE TABLE workspace (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  locale TEXT NOT NULL,
  zone TEXT NOT NULL,
  -- Empty until it is chosen in setup or by the first import.
  currency TEXT,
  fiscal_start_month INTEGER NOT NULL DEFAULT 1,
  workdays TEXT NOT NULL DEFAULT 'mon-fri',
  settings TEXT NOT NULL DEFAULT '{}',
  demo INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL
);

CREATE TABLE home (
  platform TEXT NOT NULL,
  external_id TEXT NOT NULL,
  workspace TEXT NOT NULL REFERENCES workspace (id),
  name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (platform, external_id)
);
CREATE INDEX home_by_workspace ON home (workspace);

CREATE TABLE person (
  workspace TEXT NOT NULL REFERENCES workspace (id),
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  -- Empty: the workspace's own.
  locale TEXT,
  zone TEXT,
  settings TEXT NOT NULL DEFAULT '{}',
  created_at TEXT NOT NULL,
  left_on TEXT,
  PRIMARY KEY (workspace, id)
);
CREATE INDEX person_by_name ON person (workspace, name);

CREATE TABLE identity (
  platform TEXT NOT NULL,
  home TEXT NOT NULL,
  external_id TEXT NOT NULL,
  workspace TEXT NOT NULL,
  person TEXT NOT NULL,
  PRIMARY KEY (platform, home, external_id),
  FOREIGN KEY (workspace, person) REFERENCES person (workspace, id)
);
CREATE INDEX identity_by_person ON identity (workspace, person);

CREATE TABLE person_role (
  workspace TEXT NOT NULL,
  person TEXT NOT NULL,
  role TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  PRIMARY KEY (workspace, person, role),
  FOREIGN KEY (workspace, person) REFERENCES person (workspace, id)
);

CREATE TABLE team (
  workspace TEXT NOT NULL REFERENCES workspace (id),
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  parent TEXT,
  zone TEXT,
  created_at TEXT NOT NULL,
  PRIMARY KEY (workspace, id)
);

-- Who belongs to a team (part: member) and who leads it (part: manager), from a date until before a date.
CREATE TABLE membership (
  workspace TEXT NOT NULL,
  id TEXT NOT NULL,
  team TEXT NOT NULL,
  person TEXT NOT NULL,
  part TEXT NOT NULL,
  from_on TEXT NOT NULL,
  until_on TEXT,
  recorded_at TEXT NOT NULL,
  PRIMARY KEY (workspace, id),
  FOREIGN KEY (workspace, team) REFERENCES team (workspace, id),
  FOREIGN KEY (workspace, person) REFERENCES person (workspace, id)
);
CREATE INDEX membership_by_person ON membership (workspace, person);
CREATE INDEX membership_by_team ON membership (workspace, team);

-- What a channel is for: purpose is sales, deals or retro; team is empty for the whole workspace's.
CREATE TABLE channel (
  workspace TEXT NOT NULL REFERENCES workspace (id),
  platform TEXT NOT NULL,
  home TEXT NOT NULL,
  purpose TEXT NOT NULL,
  team TEXT NOT NULL DEFAULT '',
  external_id TEXT NOT NULL,
  PRIMARY KEY (workspace, purpose, team, platform, home)
);
