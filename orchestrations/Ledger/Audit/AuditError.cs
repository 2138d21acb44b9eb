using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>One thing that is wrong.</summary>
/// <param name="Kind">What sort of wrong.</param>
/// <param name="CaseId">The chain; null when it is not about one.</param>
/// <param name="Sequence">The entry or checkpoint; null when it is not about one.</param>
/// <param name="Message">What differs, in one sentence.</param>
public sealed record AuditError(AuditErrorKind Kind, CaseId? CaseId, long? Sequence, string Message)
{
    /// <inheritdoc />
    public override string ToString() =>
        (CaseId, Sequence) switch
        {
            (null, null) => $"{Kind}: {Message}",
            (null, _) => $"{Kind}, checkpoint {Sequence}: {Message}",
            (_, null) => $"{Kind}, case {CaseId}: {Message}",
            _ => $"{Kind}, case {CaseId}, entry {Sequence}: {Message}",
        };
}

/// <summary>What a verification may find.</summary>
public enum AuditErrorKind
{
    /// <summary>An entry's text or hash is not what it was when it was written.</summary>
    Edited,

    /// <summary>Entries are missing in the middle of a chain.</summary>
    Removed,

    /// <summary>An entry stands where another belongs.</summary>
    Reordered,

    /// <summary>One sequence is there twice, or one key was used twice.</summary>
    Forked,

    /// <summary>An entry of another case is in the chain.</summary>
    Foreign,

    /// <summary>An entry does not follow the one before it: one of them was written anew.</summary>
    BrokenLink,

    /// <summary>The chain ends before the place where it once ended.</summary>
    Truncated,

    /// <summary>The head or a key marker does not fit the entries.</summary>
    Head,

    /// <summary>The chain is whole in itself, but not the one that a checkpoint vouches for.</summary>
    Rewritten,

    /// <summary>A checkpoint is damaged, missing, or not signed by the key.</summary>
    Checkpoint,

    /// <summary>An export file is not complete or not one.</summary>
    Export,
}
