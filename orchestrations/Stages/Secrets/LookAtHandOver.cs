using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>Stores what the workflow is about to wait for, then reads how the hand-over stands.</summary>
public sealed class LookAtHandOver(HandOverRecords records, CaseWaker waker, PersonRequests people) : Activity<LookAtHandOverInput, HandOverLook>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<LookAtHandOverInput, HandOverLook> Reference = Named<LookAtHandOver>("look-at-hand-over");

    /// <inheritdoc />
    public override async Task<HandOverLook> RunAsync(ActivityContext context, LookAtHandOverInput input)
    {
        await waker.AboutToWaitAsync(input.CaseId, input.NextEvent, context.Cancellation);
        var handOver = await records.FindAsync(input.HandOverId, context.Cancellation)
            ?? throw new InvalidOperationException($"There is no hand-over '{input.HandOverId}'.");
        return new HandOverLook(handOver.State, await people.FindAsync(input.CaseId, context.Cancellation) is not null);
    }
}
