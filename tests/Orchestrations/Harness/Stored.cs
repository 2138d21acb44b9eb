using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Stages.Execution.Leases;
using HelpDesk.Orchestrations.Stages.Outcomes;

namespace HelpDesk.Orchestrations.Tests.Harness;

/// <summary>Reads what the product keeps, from its rows: what only tests ask for is no member of the product.</summary>
public static class Stored
{
    /// <summary>How a case ended; null while it is open.</summary>
    public static async Task<CaseOutcome?> OutcomeAsync(this IRecordStore store, string caseId) =>
        (await store.ReadAsync<CaseOutcome>(Tables.Outcomes, Tenant.Partition(), caseId, default))?.Value;

    /// <summary>Who holds an account; null when it is free.</summary>
    public static async Task<LeaseHolder?> HolderAsync(this IRecordStore store, string personId) =>
        (await store.ReadAsync<TargetLease>(Tables.Flags, Tenant.Partition("leases"), $"{nameof(TargetKind.User).ToLowerInvariant()}-{personId.ToLowerInvariant()}", default))?.Value.Holder;
}
