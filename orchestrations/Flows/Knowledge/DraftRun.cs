using System.Globalization;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge.Drafting;

namespace HelpDesk.Orchestrations.Flows.Knowledge;

/// <summary>
/// Reads the cases that ended for what others can learn from them, and writes it down for people to review. Run by the timer of the knowledge sources; may be
/// repeated at any point.
/// </summary>
public sealed class DraftRun(DraftQueue queue, SolvedCases cases, DraftChoice choice, DraftWriting writing, KnowledgeReviews reviews, TimeProvider time)
{
    private const int MostCases = 25;

    // A ticket with a person is read until it is resolved: often on its first day, when most are, and then a few times a day. A webhook makes it sooner.
    private static readonly TimeSpan FirstDays = TimeSpan.FromHours(1);
    private static readonly TimeSpan LaterOn = TimeSpan.FromHours(6);
    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(30);
    private static readonly TimeSpan AwayPause = TimeSpan.FromMinutes(10);
    // A source that was not read yet, as after a start, is read within a minute or so.
    private static readonly TimeSpan NotReadPause = TimeSpan.FromMinutes(1);

    /// <summary>Does what is due.</summary>
    /// <returns>What was done, one sentence; empty when nothing was.</returns>
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        await reviews.RunAsync(cancellation);
        if (!queue.IsOn)
            return "";
        foreach (var due in await queue.DueAsync(MostCases, cancellation))
            await ReadAsync(due, cancellation);
        var done = await writing.RunAsync(cancellation);
        return done == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{done} drafts were written or reviewed.");
    }

    private async Task ReadAsync(DueCase due, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        try
        {
            var reading = await cases.ReadAsync(due.CaseId, cancellation);
            if (reading.Solved is { } solved)
            {
                if (await choice.DecideAsync(solved, cancellation) is { } why)
                    await queue.DoneAsync(due.CaseId, why, cancellation);
                else
                    await queue.LaterAsync(due, now + NotReadPause, cancellation);
            }
            else if (!reading.IsOpen)
            {
                await queue.DoneAsync(due.CaseId, reading.Why, cancellation);
            }
            else if (now - due.FirstAt > GivenUpAfter)
            {
                await queue.DoneAsync(due.CaseId, "It was not resolved within 30 days.", cancellation);
            }
            else
            {
                await queue.LaterAsync(due, now + (now - due.FirstAt < TimeSpan.FromDays(1) ? FirstDays : LaterOn), cancellation);
            }
        }
        catch (VendorException away) when (away.System != "store")
        {
            await queue.LaterAsync(due, now + AwayPause, cancellation);
        }
        catch (Ledger.Cases.StoredValueChangedException)
        {
            // Nothing is written of what someone changed in the store; the audit check reports it.
            await queue.DoneAsync(due.CaseId, "What is stored of its ticket is not what was read.", cancellation);
        }
    }
}
