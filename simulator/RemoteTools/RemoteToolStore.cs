using System.Globalization;
using HelpDesk.Simulator.Store;

namespace HelpDesk.Simulator.RemoteTools;

/// <summary>The sessions of the simulated tools, and calls that a product must never make.</summary>
public sealed class RemoteToolStore(SimulatorStore store, TimeProvider time)
{
    private const string Kind = "remote-tools";
    private const string SwitchKind = "remote-tools.switches";

    /// <summary>All sessions, oldest first.</summary>
    public IReadOnlyList<RemoteToolSession> All => [.. store.All<RemoteToolSession>(Kind).OrderBy(static session => session.CreatedAt).ThenBy(static session => session.Id, StringComparer.Ordinal)];

    /// <summary>Commands that were sent to devices.</summary>
    public int Commands { get; set; }

    /// <summary>What is otherwise than usual.</summary>
    public RemoteToolSwitches Switches
    {
        get => store.Get<RemoteToolSwitches>(SwitchKind, "all") ?? new RemoteToolSwitches();
        set => store.Put(SwitchKind, "all", value);
    }

    /// <summary>The time.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The next number.</summary>
    public string Next => (store.Count<RemoteToolSession>(Kind) + 345_678).ToString(CultureInfo.InvariantCulture);

    /// <summary>A session.</summary>
    public RemoteToolSession? Find(string id) => store.Get<RemoteToolSession>(Kind, id);

    /// <summary>Adds a session.</summary>
    public RemoteToolSession Add(string id, string tool, string name, string key, TimeSpan validFor)
    {
        var session = new RemoteToolSession(id, tool, name, key, time.GetUtcNow()) { ValidUntil = time.GetUtcNow() + validFor };
        store.Put(Kind, id, session);
        return session;
    }

    /// <summary>A person joins or closes a session; false when there is no such session or act.</summary>
    public bool Act(string id, string act) => act switch
    {
        "join" => Change(id, session => session with { JoinedAt = session.JoinedAt ?? time.GetUtcNow() }),
        "close" => Change(id, session => session with { ClosedAt = session.ClosedAt ?? time.GetUtcNow() }),
        "expire" => Change(id, session => session with { ValidUntil = time.GetUtcNow() }),
        _ => false,
    };

    private bool Change(string id, Func<RemoteToolSession, RemoteToolSession> change) => store.Update(Kind, id, change) is not null;
}
