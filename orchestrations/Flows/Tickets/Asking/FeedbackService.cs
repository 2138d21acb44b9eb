using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Questions;

namespace HelpDesk.Orchestrations.Flows.Tickets.Asking;

/// <summary>Hears whether a solution helped. "It does not work" takes the resolution back: the ticket is reopened with its history and goes to a person.</summary>
public sealed class FeedbackService(FeedbackStore feedback, PersonRequestService people, CaseStore caseStore)
{
    /// <summary>Takes an answer.</summary>
    /// <param name="record">The case.</param>
    /// <param name="isSolved">True when it helped; null when only stars or words are given.</param>
    /// <param name="rating">1 to 5; null = none.</param>
    /// <param name="comment">Redacted; null = none.</param>
    /// <param name="by">Who: <c>link</c> or <c>person:objectId</c>.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when no one was asked about this case.</returns>
    public async Task<bool> GiveAsync(CaseRecord record, bool? isSolved, int? rating, string? comment, string by, CancellationToken cancellation)
    {
        // While it is still checked, only "it does not work" changes anything: nothing is waited for any longer.
        if (record.State == CaseState.CheckingOutcome)
        {
            if (isSolved == false)
                await people.RequestAsync(record.CaseId, by, cancellation);
            return isSolved == false;
        }

        if (await feedback.GiveAsync(record.CaseId, isSolved, rating, comment, by, cancellation) is not { } given)
            return false;
        await caseStore.UpdateAsync(record.CaseId, before => Noted(before, given), cancellation);
        // Also while the ticket is being resolved: people are asked a moment before it shows as resolved.
        if (given.IsSolved == false)
            await people.RequestAsync(record.CaseId, by, cancellation);
        return true;
    }

    private static CaseRecord Noted(CaseRecord before, Feedback given)
    {
        const string Asked = "Did this solve it?";
        var line = $"{Asked} Answer: \"{(given.IsSolved switch { true => "yes", false => "no", null => "not said" })}\"{(given.Rating is { } stars ? FormattableString.Invariant($", {stars} of 5") : "")}{(given.Comment is { } words ? $", \"{words}\"" : "")}.";
        return before with { Asked = [.. before.Asked.Where(one => !one.StartsWith(Asked, StringComparison.Ordinal)), line] };
    }
}
