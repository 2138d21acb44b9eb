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

    /// <summary>Drafted answers of tickets escalated on the day: sent as they were, sent edited, discarded.</summary>
    public (int AsIs, int Edited, int Discarded) Drafts { get; init; }

    /// <summary>
    /// How long people had the tickets that they closed on the day, from the hand-over until the ticket system showed it closed: median and number, where the help was used and where it was not. Null
    /// unless there are at least <see cref="LeastMeasured"/> of both, because fewer say nothing.
    /// </summary>
    public ((TimeSpan Median, int Count) WithHelp, (TimeSpan Median, int Count) Without)? WithPeople { get; init; }

    /// <summary>How many tickets of a kind there must be before a median of them is shown. Chosen because of fewer one decides.</summary>
    public const int LeastMeasured = 5;

    /// <summary>How often technicians called the next steps right, of how many they judged, of tickets escalated on the day.</summary>
    public (int Right, int Judged) NextSteps { get; init; }

    /// <summary>Counts.</summary>
    /// <param name="cases">All cases that are open or changed on the day.</param>
    /// <param name="from">Begin of the day, UTC.</param>
    public static DayFigures Of(IReadOnlyCollection<CaseOverviewLine> cases, DateTimeOffset from)
    {
        // An undo, or a step that an operator had done, is a separate case, not a ticket.
        cases = [.. cases.Where(record => record.Path is not (CasePath.Undo or CasePath.Action))];
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
            Drafts = (closed.Count(static record => record.Draft == DraftUse.AsIs), closed.Count(static record => record.Draft == DraftUse.Edited), closed.Count(static record => record.Draft == DraftUse.Discarded)),
            WithPeople = MeasuredOf(cases, from),
            NextSteps = (closed.Count(static record => record.StepsRight == true), closed.Count(static record => record.StepsRight is not null)),
        };
    }

    private static ((TimeSpan Median, int Count) WithHelp, (TimeSpan Median, int Count) Without)? MeasuredOf(IReadOnlyCollection<CaseOverviewLine> cases, DateTimeOffset from)
    {
        var measured = cases.Where(line => line.WithPersonFor >= TimeSpan.Zero && line.ClosedAt + line.WithPersonFor >= from).ToLookup(static line => line.IsHelpUsed, static line => line.WithPersonFor!.Value);
        List<TimeSpan> with = [.. measured[true].Order()], without = [.. measured[false].Order()];
        return with.Count >= LeastMeasured && without.Count >= LeastMeasured ? ((Median(with)!.Value, with.Count), (Median(without)!.Value, without.Count)) : null;
    }

    private static TimeSpan? Median(List<TimeSpan> sorted) =>
        sorted.Count == 0 ? null
        : sorted.Count % 2 == 1 ? sorted[sorted.Count / 2]
        : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
}
