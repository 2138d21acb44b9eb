using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Outcomes.Assist;

/// <summary>What was read about the requester of a case, their devices and similar cases. Whatever could not be read is null.</summary>
public sealed record AssistFacts
{
    /// <summary>Their account; null when nobody is verified or it could not be read.</summary>
    public SignInStanding? Standing { get; init; }

    /// <summary>Their devices; null when they could not be read.</summary>
    public IReadOnlyList<Device>? Devices { get; init; }

    /// <summary>Sign-ins of the last 24 hours, newest first; null when they were not read.</summary>
    public IReadOnlyList<SignInAttempt>? SignIns { get; init; }

    /// <summary>Changes of their account of the last 7 days, newest first; null when they were not read.</summary>
    public IReadOnlyList<DirectoryChange>? Changes { get; init; }

    /// <summary>Their other cases of the last 14 days, newest first.</summary>
    public IReadOnlyList<CaseRecord> Recent { get; init; } = [];

    /// <summary>Cases of other people about the same that were resolved, newest first, at most 3.</summary>
    public IReadOnlyList<CaseRecord> Similar { get; init; } = [];

    /// <summary>When it was read, UTC.</summary>
    public DateTimeOffset At { get; init; }
}
