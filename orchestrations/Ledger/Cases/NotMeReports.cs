using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>"This was not me": said once by comment, link or button, it stops a case for good.</summary>
public sealed class NotMeReports(IRecordStore store, PersonRequests people, TimeProvider time)
{
    private static readonly string Partition = Tenant.Partition("not-me");

    /// <summary>Keeps that it was said and stops the automation of the case at its next safe point. The first one counts.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="by">Who said it: <c>requester</c>, <c>link</c> or <c>person:objectId</c>.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task<NotMeReport> KeepAsync(CaseId caseId, string by, CancellationToken cancellation)
    {
        var report = await store.UpdateAsync<NotMeReport>(Tables.Flags, Partition, caseId, before => before ?? new NotMeReport(by, time.GetUtcNow()), cancellation);
        await people.RequestAsync(caseId, by, cancellation);
        return report;
    }

    /// <summary>What was said of a case, or null.</summary>
    public async Task<NotMeReport?> FindAsync(CaseId caseId, CancellationToken cancellation) =>
        (await store.ReadAsync<NotMeReport>(Tables.Flags, Partition, caseId, cancellation))?.Value;
}

/// <summary>That a person said of a case: this was not me.</summary>
/// <param name="By">Who: <c>requester</c>, <c>link</c> or <c>person:objectId</c>.</param>
/// <param name="At">UTC.</param>
public sealed record NotMeReport(string By, DateTimeOffset At);
