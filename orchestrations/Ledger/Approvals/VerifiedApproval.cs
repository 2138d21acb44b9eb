namespace HelpDesk.Orchestrations.Ledger.Approvals;

/// <summary>An approval whose stored record was compared with the signed audit entries. Only <see cref="ApprovalStore"/> makes one.</summary>
public sealed class VerifiedApproval
{
    internal VerifiedApproval(ApprovalRequest? request, int nextAct, bool hasCopy, string? finding) => (Request, NextAct, HasCopy, Finding) = (request, nextAct, hasCopy, finding);

    /// <summary>The approval as its signed entries say, with what the record adds for display; null when no signed entry asks for it.</summary>
    public ApprovalRequest? Request { get; }

    /// <summary>What was changed outside this program, in one sentence; null when nothing was. Nothing may follow from such an approval.</summary>
    public string? Finding { get; }

    /// <summary>True when enough people approved and nothing was changed.</summary>
    public bool IsApproved => Finding is null && Request is { State: ApprovalState.Approved, HasQuorum: true };

    internal int NextAct { get; }

    internal bool HasCopy { get; }
}
