namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>One thing that is wrong.</summary>
/// <param name="Kind">What sort of wrong.</param>
/// <param name="CaseId">The chain; null when it is not about one.</param>
/// <param name="Sequence">The entry or checkpoint; null when it is not about one.</param>
/// <param name="Message">What differs, in one sentence.</param>
public sealed record AuditError(AuditErrorKind Kind, string? CaseId, long? Sequence, string Message)
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
