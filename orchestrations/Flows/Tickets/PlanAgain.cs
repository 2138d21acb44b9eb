using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Flows.Tickets;

/// <summary>Brings a case back to planning when a reply of its requester cures it and nobody has taken the ticket: a workflow of its own, once per case as policy has it.</summary>
public sealed class PlanAgain(CaseStore caseStore, Cures cures, PlanningAgain again, IRecordStore store, IWorkflowClient workflows, TimeProvider time)
    : Activity<TicketChangedWorkflow.Input, PlanAgain.Result>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<TicketChangedWorkflow.Input, Result> Reference = Named<PlanAgain>("plan-again");

    /// <inheritdoc />
    public override async Task<Result> RunAsync(ActivityContext context, TicketChangedWorkflow.Input input)
    {
        var (caseId, cancellation) = (input.Ticket.CaseId, context.Cancellation);
        var mine = await FindAsync(context, caseId, cancellation);
        if (mine is null)
            return new Result(null);

        var instance = CaseInstances.IdFor(caseId, mine.Number);
        await again.BeginAsync(caseId, mine.Number, instance, context.IdempotencyKey, cancellation);
        await workflows.StartAsync(TicketWorkflow.Reference, instance, new TicketWorkflow.Input(input.Ticket, time.GetUtcNow(), input.AskedBy) { Cures = mine.Comments }, cancellation);
        return new Result(instance);
    }

    // Two webhooks of one reply must not plan twice; a repetition of the same activity goes on where it stopped.
    private async Task<PlanAgainSeen?> FindAsync(ActivityContext context, CaseId caseId, CancellationToken cancellation)
    {
        if (await caseStore.FindAsync(caseId, cancellation) is not { } record)
            return null;
        if (record.PlannedAgain > 0 && await ReadAsync(caseId, record.PlannedAgain, cancellation) is { } before && before.Key == context.IdempotencyKey)
            return before;
        if (await cures.FindAsync(record, cancellation) is not { Count: > 0 } comments)
            return null;
        var number = record.PlannedAgain + 1;
        var seen = await store.UpdateAsync<PlanAgainSeen>(
            Tables.Flags, Tenant.Partition("planned-again"), CaseInstances.IdFor(caseId, number), known => known ?? new PlanAgainSeen(context.IdempotencyKey, number, comments), cancellation);
        return seen.Key == context.IdempotencyKey ? seen : null;
    }

    private async Task<PlanAgainSeen?> ReadAsync(CaseId caseId, int number, CancellationToken cancellation) =>
        (await store.ReadAsync<PlanAgainSeen>(Tables.Flags, Tenant.Partition("planned-again"), CaseInstances.IdFor(caseId, number), cancellation))?.Value;

    /// <summary>What became of it.</summary>
    /// <param name="Instance">The workflow that plans the case again; null when the reply does not cure it.</param>
    public sealed record Result(string? Instance);
}

/// <summary>That a case goes back to planning.</summary>
/// <param name="Key">Idempotency key of the activity that saw the cure first.</param>
/// <param name="Number">The how-manieth time, from 1.</param>
/// <param name="Comments">Ids of the comments that cure it.</param>
internal sealed record PlanAgainSeen(string Key, int Number, IReadOnlyList<string> Comments);
