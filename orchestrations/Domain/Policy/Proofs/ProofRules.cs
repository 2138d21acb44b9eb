namespace HelpDesk.Orchestrations.Domain.Policy.Proofs;

/// <summary>Which secrets a person may collect themself, by which proofs, and how often they may be tried (<c>policy/proofs.yaml</c>).</summary>
/// <param name="Remediations">Catalogue ids of hand-overs that the person may collect after proof; what opens a device is never among them.</param>
/// <param name="Accepted">Kinds of proof that count.</param>
public sealed record ProofRules(IReadOnlySet<string> Remediations, IReadOnlySet<ProofKind> Accepted)
{
    /// <summary>How long a proof counts after it was given. Default 30 minutes; 5 minutes to 2 hours.</summary>
    public TimeSpan ProofValidFor { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long the manager's code can be entered. Default 10 minutes; 2 to 30 minutes.</summary>
    public TimeSpan VoucherValidFor { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>A sign-in method or Verified ID that is younger proves nothing. Default 7 days; 1 to 90 days.</summary>
    public TimeSpan MethodsOlderThan { get; init; } = TimeSpan.FromDays(7);

    /// <summary>True when the manager who approved may give the code too. Default true; false asks a second person.</summary>
    public bool ApproverMayVouch { get; init; } = true;

    /// <summary>Most wrong entries of a code before it is void. Default 5.</summary>
    public int WrongCodes { get; init; } = 5;

    /// <summary>Most codes that one manager gives in a day. Default 5.</summary>
    public int CodesPerManagerPerDay { get; init; } = 5;

    /// <summary>Most codes that are given for one person in a day. Default 3.</summary>
    public int CodesPerPersonPerDay { get; init; } = 3;

    /// <summary>Different people for whose credentials one person asks, or one manager vouches, within a day, at which they are stopped. Default 3.</summary>
    public int DifferentPeoplePerDay { get; init; } = 3;

    /// <summary>No one collects their own secret.</summary>
    public static ProofRules None { get; } = new(new HashSet<string>(StringComparer.Ordinal), new HashSet<ProofKind>());
}
