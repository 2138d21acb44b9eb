namespace HelpDesk.Local.Engine.Store;

/// <summary>The tables. Times are UTC ticks: exact, so that a replay sees the same time as the turn did.</summary>
internal static class EngineSchema
{
    /// <summary>Stored as <c>user_version</c>; raised with every change, each with its upgrade.</summary>
    public const long Version = 1;

    public const string Create = """
        CREATE TABLE instances(
          row INTEGER PRIMARY KEY,
          id TEXT NOT NULL UNIQUE,
          workflow TEXT NOT NULL,
          state INTEGER NOT NULL,
          version INTEGER NOT NULL,
          generation INTEGER NOT NULL,
          first_step INTEGER NOT NULL,
          input TEXT NOT NULL,
          status TEXT,
          output TEXT,
          failure TEXT,
          parent TEXT,
          parent_step INTEGER,
          trace TEXT,
          created_at INTEGER NOT NULL,
          updated_at INTEGER NOT NULL,
          finished_at INTEGER);
        CREATE INDEX instances_by_state ON instances(state, row);
        CREATE INDEX instances_by_parent ON instances(parent) WHERE parent IS NOT NULL;
        CREATE INDEX instances_by_finish ON instances(finished_at) WHERE finished_at IS NOT NULL;
        CREATE TABLE history(
          instance INTEGER NOT NULL,
          seq INTEGER NOT NULL,
          kind INTEGER NOT NULL,
          step INTEGER NOT NULL,
          name TEXT,
          payload TEXT,
          at INTEGER NOT NULL,
          moment INTEGER,
          PRIMARY KEY(instance, seq)) WITHOUT ROWID;
        CREATE TABLE activities(
          instance INTEGER NOT NULL,
          step INTEGER NOT NULL,
          name TEXT NOT NULL,
          retry TEXT,
          attempt INTEGER NOT NULL,
          first_at INTEGER NOT NULL,
          due_at INTEGER NOT NULL,
          PRIMARY KEY(instance, step)) WITHOUT ROWID;
        CREATE TABLE timers(
          instance INTEGER NOT NULL,
          step INTEGER NOT NULL,
          due_at INTEGER NOT NULL,
          PRIMARY KEY(instance, step)) WITHOUT ROWID;
        CREATE TABLE inbox(
          seq INTEGER PRIMARY KEY,
          instance INTEGER NOT NULL,
          kind INTEGER NOT NULL,
          step INTEGER NOT NULL,
          name TEXT,
          payload TEXT,
          moment INTEGER);
        CREATE INDEX inbox_by_instance ON inbox(instance, seq);
        """;
}
