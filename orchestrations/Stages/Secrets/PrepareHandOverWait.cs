using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>Stores what the workflow is about to wait for, then reads how the hand-over stands.</summary>
public sealed class PrepareHandOverWait(HandOverRecords records, CaseSignal signal, HandOverProof proof, WaitStops waits) : Activity<PrepareHandOverWait.Input, HandOverStatus>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, HandOverStatus> Reference = Named<PrepareHandOverWait>("prepare-hand-over-wait");

    /// <inheritdoc />
    public override async Task<HandOverStatus> RunAsync(ActivityContext context, Input input)
    {
        await signal.RegisterWaitAsync(input.CaseId, input.NextEvent, context.Cancellation);
        var handOver = await records.FindAsync(input.HandOverId, context.Cancellation)
            ?? throw new InvalidOperationException($"There is no secret hand-over '{input.HandOverId}'.");
        var state = await proof.StateAsync(handOver, records, context.Cancellation);
        var (personWanted, stop) = await waits.ReadAsync(input.CaseId, input.ReadsTicket && state == HandOverState.Open, context.Cancellation);
        return new HandOverStatus(state, personWanted, stop?.Why);
    }

    /// <summary>What <see cref="PrepareHandOverWait"/> takes.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="HandOverId">The hand-over.</param>
    /// <param name="NextEvent">Name of the event for which the workflow waits next.</param>
    public sealed record Input(CaseId CaseId, string HandOverId, string NextEvent)
    {
        /// <summary>True to read the ticket again, after a wait. Default false: it was read before the secret was made ready.</summary>
        public bool ReadsTicket { get; init; }
    }
}
