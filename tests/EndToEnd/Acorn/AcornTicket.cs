namespace HelpDesk.EndToEnd.Tests.Acorn;

/// <summary>A ticket as Acorn's API shows it.</summary>
public sealed record AcornTicket(string Id, string Number, string Title, string Text, string Mail, DateTimeOffset CreatedAt)
{
    public int Version { get; init; } = 1;

    public bool IsResolved { get; init; }

    public string? Team { get; init; }

    /// <summary>What we wrote, by key: a write that came before changes nothing.</summary>
    public IReadOnlyDictionary<string, AcornWrite> Writes { get; init; } = new Dictionary<string, AcornWrite>(StringComparer.Ordinal);
}

/// <summary>One write: <c>reply</c>, <c>note</c>, <c>team</c> or <c>resolve</c>.</summary>
public sealed record AcornWrite(string Kind, string Text);
