using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Flows.Bulk.Running;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Flows.Bulk.Operating;

/// <summary>Keeps a new run and starts its workflow.</summary>
public sealed class BulkStarter(BulkRuns runs, CaseContext contexts, IWorkflowClient workflows, TimeProvider time)
{
    private const int MarkLength = 6;

    /// <summary>Which run a form starts: the same one however often it is sent on a day.</summary>
    /// <param name="person">Who sends it.</param>
    /// <param name="form">Names the form.</param>
    public TicketReference Of(SignedInPerson person, string form)
    {
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{person.ObjectId}\n{form}")))[..MarkLength];
        return BulkCase.Reference($"{time.GetUtcNow().UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}-{mark}");
    }

    /// <summary>Starts a run; one that is there stays as it is.</summary>
    /// <param name="ticket">What <see cref="Of"/> gave.</param>
    /// <param name="runbookId">Its runbook.</param>
    /// <param name="person">Who starts it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="more">What else is in its record.</param>
    /// <param name="cancellation">Stops the call; starting again is safe.</param>
    public async Task StartAsync(
        TicketReference ticket, string runbookId, SignedInPerson person, string reason, BulkLines lines, Func<BulkRun, BulkRun> more, CancellationToken cancellation)
    {
        var run = new BulkRun
        {
            CaseId = ticket.CaseId,
            Number = ticket.Number,
            RunbookId = runbookId,
            Started = new BulkAct(person.ObjectId, person.Name, time.GetUtcNow(), reason),
            Lines = await contexts.PutAsync(ticket.CaseId, "bulk-lines", lines, cancellation),
            LineCount = lines.Texts.Count,
        };
        await runs.AddAsync(more(run), cancellation);
        // The same form sent again with another list, or a group that has changed: the list that is kept is the one that is read.
        var kept = await runs.GetAsync(ticket.CaseId, cancellation);
        await workflows.StartAsync(BulkWorkflow.Reference, ticket.CaseId, new BulkWorkflow.Input(ticket.CaseId, BulkLines.PartsOf(kept.LineCount)), cancellation);
    }
}
