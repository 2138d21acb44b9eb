using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Web.Home;

/// <summary>Figures of one day (UTC) and of now.</summary>
/// <param name="Accepted">Tickets accepted on the day.</param>
/// <param name="ResolvedAutomatically">Resolved and verified on the day without a person.</param>
/// <param name="ResolvedAfterApproval">Resolved and verified on the day after an approval.</param>
/// <param name="Working">In progress now.</param>
/// <param name="Waiting">Waiting for an approval or a secret hand-over now.</param>
/// <param name="Escalated">Escalated on the day.</param>
/// <param name="Refused">Refused on the day by policy or an approver.</param>
/// <param name="VerificationFailures">Cases changed on the day with a step that failed or was not verified.</param>
/// <param name="MedianToRest">Median time from accepted to closed or escalated, of the cases that ended on the day; null when none did.</param>
public sealed record DayFigures(
    int Accepted, int ResolvedAutomatically, int ResolvedAfterApproval, int Working, int Waiting, int Escalated, int Refused, int VerificationFailures, TimeSpan? MedianToRest)
{
    /// <summary>Questions that requesters were asked about tickets accepted on the day.</summary>
    public int QuestionsAsked { get; init; }

    /// <summary>How many of them were answered.</summary>
    public int QuestionsAnswered { get; init; }

    /// <summary>Tickets of the day with an answered question that were resolved and verified.</summary>
    public int ResolvedWithAnAnswer { get; init; }

    /// <summary>Tickets that were answered from knowledge and of which the requester says that this solved them. Counted in no other figure: nothing was changed.</summary>
    public int SolvedByKnowledge { get; init; }

    /// <summary>Counts.</summary>
    /// <param name="cases">All cases that are open or changed on the day.</param>
    /// <param name="from">Begin of the day, UTC.</param>
    public static DayFigures Of(IReadOnlyCollection<CaseOverviewLine> cases, DateTimeOffset from)
    {
        // An undo is a separate case, not a ticket.
        cases = [.. cases.Where(record => record.Path != CasePath.Undo)];
        var closed = cases.Where(record => record.ClosedAt >= from).ToList();
        var resolved = closed.Where(record => record is { State: CaseState.Resolved, IsVerified: true }).ToList();
        return new DayFigures(
            cases.Count(record => record.OpenedAt >= from),
            resolved.Count(record => record.Path == CasePath.Automatic),
            resolved.Count(record => record.Path == CasePath.Approval),
            cases.Count(record => record.State == CaseState.Working),
            cases.Count(record => record.State is CaseState.WaitingForApproval or CaseState.WaitingForHandOver or CaseState.WaitingForMultiAdminApproval or CaseState.CheckingOutcome or CaseState.Joined or CaseState.WaitingForAnswer),
            closed.Count(record => record.State == CaseState.Escalated),
            closed.Count(record => record.Path == CasePath.Refused),
            cases.Count(record => record.UpdatedAt >= from && record.HasFailedStep),
            Median([.. closed.Select(record => record.ClosedAt!.Value - record.OpenedAt).Order()]))
        {
            QuestionsAsked = cases.Where(record => record.OpenedAt >= from).Sum(record => record.Questions),
            QuestionsAnswered = cases.Where(record => record.OpenedAt >= from).Sum(record => record.Answers),
            SolvedByKnowledge = closed.Count(record => record is { State: CaseState.Resolved, Path: CasePath.Knowledge }),
            ResolvedWithAnAnswer = resolved.Count(record => record.Answers > 0),
        };
    }

    private static TimeSpan? Median(List<TimeSpan> sorted) =>
        sorted.Count == 0 ? null
        : sorted.Count % 2 == 1 ? sorted[sorted.Count / 2]
        : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
}
