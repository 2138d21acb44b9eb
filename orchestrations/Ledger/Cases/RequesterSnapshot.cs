using HelpDesk.Orchestrations.Domain.Directory;

namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>What enrichment found about the requester: only what the directory itself says.</summary>
public sealed record RequesterSnapshot
{
    /// <summary>The verified person; null when there was no unique match.</summary>
    public Person? Person { get; init; }

    /// <summary>Why there is no person; null when there is.</summary>
    public string? NotMatched { get; init; }

    /// <summary>Who opened the ticket and how; null when the ticket system has no such records, and in snapshots from before this was recorded.</summary>
    public CaseOpening? Opening { get; init; }

    /// <summary>Their manager, when they have one.</summary>
    public Person? Manager { get; init; }

    /// <summary>Their devices; empty too when they could not be read.</summary>
    public IReadOnlyList<Device> Devices { get; init; } = [];

    /// <summary>True when the devices could not be read then: whoever needs them reads them again. Default false.</summary>
    public bool DevicesAreMissing { get; init; }

    /// <summary>Ids of their other cases of the last 14 days, newest first, at most 10.</summary>
    public IReadOnlyList<string> RecentCases { get; init; } = [];
}
