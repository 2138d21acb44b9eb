using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Approvals;

/// <summary>An approval that was asked for: exactly one plan, by its hash.</summary>
public sealed record ApprovalRequest
{
    /// <summary>Its id, part of the page's address; no secret.</summary>
    public required string ApprovalId { get; init; }

    /// <summary>The case.</summary>
    public required CaseId CaseId { get; init; }

    /// <summary>The plan in the context store.</summary>
    public required ContextReference Plan { get; init; }

    /// <summary>Hash of the plan: what is approved.</summary>
    public required PlanHash PlanHash { get; init; }

    /// <summary>What policy said, with every rule that spoke.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Who must approve and until when.</summary>
    public required ApprovalRequirement Requirement { get; init; }

    /// <summary>Object id of who asked.</summary>
    public required PersonId RequesterId { get; init; }

    /// <summary>Object id of whose account and devices are changed.</summary>
    public required PersonId SubjectId { get; init; }

    /// <summary>Object ids of who opened the ticket; empty where there is none.</summary>
    public IReadOnlyList<string> OpenerIds { get; init; } = [];

    /// <summary>When it was asked for, UTC.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>When silence becomes a no, UTC.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The redacted ticket as it was read, in the context store; null for an undo or a bulk run, and for requests of before this was kept.</summary>
    public ContextReference? Ticket { get; init; }

    /// <summary>Trace of the ticket, so that a decision days later is in it; null when nobody recorded one.</summary>
    public string? Trace { get; init; }

    /// <summary>Since when the fallback group is asked too; null = not yet.</summary>
    public DateTimeOffset? EscalatedAt { get; init; }

    /// <summary>Its state.</summary>
    public ApprovalState State { get; init; }

    /// <summary>What people decided, in order.</summary>
    public IReadOnlyList<ApprovalDecision> Decisions { get; init; } = [];

    /// <summary>True when enough different people, none of them requester, subject or opener, said yes and nobody no.</summary>
    public bool HasQuorum =>
        Decisions.All(decision => decision.Approve)
        && Decisions.Select(decision => decision.PersonId.Value).Distinct(StringComparer.OrdinalIgnoreCase).Count() >= Math.Max(1, Requirement.Quorum)
        && Decisions.All(decision => SeparationOfDuties.WhyNot(decision.PersonId, RequesterId, SubjectId, OpenerIds) is null);

    /// <summary>Id of the approval of a plan: another plan of the same case is another approval.</summary>
    public static string IdOf(CaseId caseId, PlanHash planHash) => $"{caseId}-{planHash.Value[..8]}";
}

/// <summary>What one person decided.</summary>
/// <param name="PersonId">Entra object id.</param>
/// <param name="PersonName">Display name as it was then. Untrusted text.</param>
/// <param name="Approve">Yes or no.</param>
/// <param name="At">UTC.</param>
/// <param name="Comment">At most 500 characters. Untrusted text.</param>
public sealed record ApprovalDecision(PersonId PersonId, string PersonName, bool Approve, DateTimeOffset At, string? Comment);

/// <summary>The state of an approval.</summary>
public enum ApprovalState
{
    /// <summary>Waits for decisions.</summary>
    Open,

    /// <summary>Enough people said yes.</summary>
    Approved,

    /// <summary>Somebody said no.</summary>
    Denied,

    /// <summary>No one decided in time, so it expired as denied.</summary>
    Expired,

    /// <summary>Withdrawn because a person took the case over.</summary>
    Withdrawn,
}

/// <summary>Words for how an approval ended, in figures: stable, because dashboards group by them.</summary>
public static class ApprovalLabels
{
    /// <summary>What people read when the stored approval is not the signed one.</summary>
    public const string Changed = "The stored approval was changed outside HelpDesk, so it does not count and nothing was decided. Your security team is informed; a person takes the ticket over.";

    /// <summary>Why a case goes on without its approval.</summary>
    public const string Tampered = "Security event: the stored approval was changed outside HelpDesk, so it does not count and nothing was done. See the audit chain of the case.";

    /// <summary>What people read when the stored plan is not the one that was asked for.</summary>
    public const string PlanChanged = "The stored plan of this approval was changed outside HelpDesk, so it can't be shown or approved and nothing of it is done. Your security team is informed.";

    /// <summary>The word for a state.</summary>
    public static string Of(ApprovalState state) => state switch
    {
        ApprovalState.Approved => "approved",
        ApprovalState.Denied => "denied",
        ApprovalState.Expired => "expired",
        ApprovalState.Withdrawn => "withdrawn",
        _ => "open",
    };
}
