using HelpDesk.Orchestrations.Foundation;


namespace HelpDesk.Orchestrations.Flows.Bulk.Operating;

/// <summary>What became of a start, for the page.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="CaseId">The run; null when nothing was started.</param>
/// <param name="Why">Why nothing was started, where the kind does not say all.</param>
public sealed record BulkStart(BulkStartKind Kind, CaseId? CaseId = null, string? Why = null);

/// <summary>What became of a start.</summary>
public enum BulkStartKind
{
    /// <summary>The lines are looked up now.</summary>
    Started,

    /// <summary>There is no such runbook for bulk use.</summary>
    NoRunbook,

    /// <summary>The list is empty.</summary>
    NoLines,

    /// <summary>The list is longer than policy allows.</summary>
    TooManyLines,

    /// <summary>The group cannot be the list.</summary>
    NoGroup,
}
