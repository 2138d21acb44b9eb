using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>Stores what the workflow is about to wait for, then reads how the hand-over stands.</summary>
public sealed class PrepareHandOverWait(HandOverRecords records, CaseSignal signal, PersonRequests people, HandOverProof proof) : Activity<PrepareHandOverWait.Input, HandOverStatus>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, HandOverStatus> Reference = Named<PrepareHandOverWait>("prepare-hand-over-wait");

    /// <inheritdoc />
    public override async Task<HandOverStatus> RunAsync(ActivityContext context, Input input)
    {
        await signal.RegisterWaitAsync(input.CaseId, input.NextEvent, context.Cancellation);
        var handOver = await records.FindAsync(input.HandOverId, context.Cancellation)
            ?? throw new InvalidOperationException($"There is no secret hand-over '{input.HandOverId}'.");
        return new HandOverStatus(await proof.StateAsync(handOver, records, context.Cancellation), await people.FindAsync(input.CaseId, context.Cancellation) is not null);
    }

    /// <summary>What <see cref="PrepareHandOverWait"/> takes.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="HandOverId">The hand-over.</param>
    /// <param name="NextEvent">Name of the event for which the workflow waits next.</param>
    public sealed record Input(string CaseId, string HandOverId, string NextEvent);
}
