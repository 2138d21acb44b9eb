using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.RemoteSessions;

/// <summary>
/// A tool by which a technician sees a requester's screen. It makes sessions, gives each side its own link and says what became of a session; nothing
/// runs a command on a device, whatever the tool's secret would allow.
/// </summary>
public interface IRemoteSupport
{
    /// <summary>Name in records, lower case: <c>teamviewer</c>.</summary>
    string Id { get; }

    /// <summary>Name that people know.</summary>
    string DisplayName { get; }

    /// <summary>True when there is no interface that makes sessions: the technician's own program connects to a device that they name.</summary>
    bool IsLinkOnly => false;

    /// <summary>Makes a session, once per key: a repeated call finds the session of the first.</summary>
    /// <returns>The tool's own name of the session: what the other calls take. No link, no password.</returns>
    /// <exception cref="VendorException">The tool refuses it or cannot be reached.</exception>
    Task<string> CreateAsync(RemoteSessionDraft draft, CancellationToken cancellation);

    /// <summary>The links of a session, read at this moment; they are never kept.</summary>
    /// <exception cref="VendorException">The session is gone, or the tool cannot be reached.</exception>
    Task<RemoteLinks> LinksAsync(string reference, CancellationToken cancellation);

    /// <summary>What became of a session.</summary>
    /// <exception cref="VendorException">The tool cannot be reached.</exception>
    Task<RemoteState> ReadAsync(string reference, CancellationToken cancellation);

    /// <summary>Closes a session.</summary>
    /// <returns>False where the tool offers no way to: the technician ends it in the tool.</returns>
    /// <exception cref="VendorException">The tool refuses it or cannot be reached.</exception>
    Task<bool> CloseAsync(string reference, CancellationToken cancellation) => Task.FromResult(false);
}

/// <summary>What a session is made of. Nothing in it says who the requester is.</summary>
/// <param name="Key">Idempotency key, at most 60 characters of letters, digits and hyphens.</param>
/// <param name="Ticket">Number of the ticket.</param>
/// <param name="Device">Name or address of the device; empty where the tool needs none.</param>
public sealed record RemoteSessionDraft(string Key, string Ticket, string Device);

/// <summary>The two sides of a session.</summary>
/// <param name="Customer">For the requester only; null where they have nothing to open.</param>
/// <param name="Supporter">For the technician only. May be the address of a program, such as <c>anydesk:</c>.</param>
public sealed record RemoteLinks(Uri? Customer, Uri Supporter);

/// <summary>What became of a session.</summary>
/// <param name="Kind">Where it is.</param>
/// <param name="StartedAt">When both sides were in it, UTC; null when the tool does not say.</param>
/// <param name="EndedAt">When it ended, UTC; null when the tool does not say.</param>
public sealed record RemoteState(RemoteStateKind Kind, DateTimeOffset? StartedAt = null, DateTimeOffset? EndedAt = null);

/// <summary>Where a session is.</summary>
public enum RemoteStateKind
{
    /// <summary>The tool does not say.</summary>
    Unknown,

    /// <summary>It is open, and the requester is not in it.</summary>
    Waiting,

    /// <summary>The requester is in it.</summary>
    Active,

    /// <summary>It was closed.</summary>
    Closed,

    /// <summary>No one came in time.</summary>
    Expired,
}

/// <summary>The tools that are configured.</summary>
public sealed class RemoteTools(IEnumerable<IRemoteSupport> tools)
{
    /// <summary>All of them, by name.</summary>
    public IReadOnlyList<IRemoteSupport> All { get; } = [.. tools.OrderBy(static tool => tool.DisplayName, StringComparer.Ordinal)];

    /// <summary>The tool of that name; null when it is not configured.</summary>
    public IRemoteSupport? Find(string id) => All.FirstOrDefault(tool => tool.Id == id);
}
