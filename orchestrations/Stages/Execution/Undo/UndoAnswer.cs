namespace HelpDesk.Orchestrations.Stages.Execution.Undo;

/// <summary>What became of the wish for an undo.</summary>
/// <param name="CaseId">The undo's own case; null when it was refused.</param>
/// <param name="WhyNot">Why it was refused; null when it was started.</param>
public sealed record UndoAnswer(string? CaseId, string? WhyNot)
{
    /// <summary>It was started.</summary>
    public static UndoAnswer Started(string caseId) => new(caseId, null);

    /// <summary>It was refused.</summary>
    public static UndoAnswer Refused(string why) => new(null, why);
}
