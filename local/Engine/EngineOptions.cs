using HelpDesk.Adapters.Sqlite.Files;

namespace HelpDesk.Local.Engine;

/// <summary>Settings of the embedded durable engine; validated at start.</summary>
public sealed class EngineOptions
{
    /// <summary>The SQLite file; its folder is made when missing. Next to it lie <c>-wal</c>, <c>-shm</c> and <c>.lock</c>. Default <c>.helpdesk/engine.db</c>.</summary>
    public string DatabasePath { get; set; } = Path.Combine(".helpdesk", "engine.db");

    /// <summary>
    /// Slots: activities that run at once; 1 to 10,000, default 64 (they mostly wait for other systems). One that waits for its turn at a rate
    /// limit, or runs longer than two seconds, holds none.
    /// </summary>
    public int MaxConcurrentActivities { get; set; } = 64;

    /// <summary>
    /// Slots that one known share, such as a requester, holds at once; 1 to 10,000, default 2. Chosen because that is enough for the tickets of
    /// one person, and leaves two processors to the ticket of another however many tickets the first one files.
    /// </summary>
    public int MaxActivitiesPerShare { get; set; } = 2;

    /// <summary>Workflow turns that run at once; 1 to 1,024, default one per processor (turns only compute).</summary>
    public int MaxConcurrentTurns { get; set; } = Environment.ProcessorCount;

    /// <summary>
    /// Starts and events accepted but not yet worked in; above it <c>StartAsync</c> and <c>RaiseEventAsync</c> wait. 1 to 1,000,000,
    /// default 4,096: at most 32 MiB of payloads.
    /// </summary>
    public int MaxPending { get; set; } = 4_096;

    /// <summary>Waiting workflows kept in memory, so that their next turn needs no replay; 0 to 1,000,000, default 1,000.</summary>
    public int MaxLiveInstances { get; set; } = 1_000;

    /// <summary>How long finished instances keep their history; at least a minute, default 90 days.</summary>
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(90);

    /// <summary>How often finished instances past their retention are looked for; at least a second, default 1 hour.</summary>
    public TimeSpan PurgeEvery { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long a write waits for another program that holds the database; 0 to 5 minutes, default 5 seconds. After it the engine stops.</summary>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a stop waits for activities that do not heed their cancellation; 0 to 5 minutes, default 5 seconds. They run again at the next start.</summary>
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Above this size the whole-file check at start is left out for a quick start; default 256 MiB (about a second).</summary>
    public long CheckUpToBytes { get; set; } = 256L * 1024 * 1024;

    /// <summary>Largest size of the database in pages of 4 KiB; null: as large as the disk allows.</summary>
    public long? MaxPages { get; set; }

    /// <summary>Where tests cut the power.</summary>
    internal ICommitHold? CommitHold { get; set; }
}
