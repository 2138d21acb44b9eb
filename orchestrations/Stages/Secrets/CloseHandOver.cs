using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>
/// Ends a hand-over: one that was collected stays so; any other is withdrawn, and what was made for a showing that broke off is deleted.
/// </summary>
public sealed class CloseHandOver(HandOverRecords records, HandOverSources sources, CaseStore caseStore, PersonRequests people, HandOverProof proof, TimeProvider time)
    : Activity<CloseHandOver.Input, HandOverStatus>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, HandOverStatus> Reference = Named<CloseHandOver>("close-hand-over");

    /// <inheritdoc />
    public override async Task<HandOverStatus> RunAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        var now = time.GetUtcNow();
        var found = await records.FindAsync(input.HandOverId, cancellation) ?? throw new InvalidOperationException($"There is no secret hand-over '{input.HandOverId}'.");
        // What the chain holds as shown was shown; what only the record calls so was not.
        var isCollected = await proof.StateAsync(found, records, cancellation) == HandOverState.Collected;
        var handOver = await records.UpdateAsync(
            input.HandOverId,
            before => isCollected ? before.State == HandOverState.Collected ? before : before with { State = HandOverState.Collected }
                : before.State == HandOverState.Collected || IsOver(before, now) ? before with { State = HandOverState.Withdrawn } : before,
            cancellation);
        if (handOver.State == HandOverState.Showing)
            throw new VendorException("helpdesk", "being-shown", "The secret is being shown right now.", isRetryable: true, HandOverService.BrokenOffAfter);

        if (handOver.State == HandOverState.Withdrawn)
        {
            if (handOver.ShowingSince is { } since)
                await sources.Of(handOver.Kind).WithdrawSinceAsync(sources.RequestOf(handOver), since, cancellation);
            await proof.WithdrawAsync(handOver, cancellation);
        }

        await caseStore.UpdateAsync(input.CaseId, record => record with { State = CaseState.Working, OpenHandOverId = null, WaitingFor = null, Doing = "Continuing after the collection" }, cancellation);
        return new HandOverStatus(handOver.State, await people.FindAsync(input.CaseId, cancellation) is not null);
    }

    private static bool IsOver(HandOver handOver, DateTimeOffset now) => handOver.State switch
    {
        HandOverState.Open => true,
        HandOverState.Showing => now - handOver.ShowingSince >= HandOverService.BrokenOffAfter,
        _ => false,
    };

    /// <summary>What <see cref="CloseHandOver"/> takes.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="HandOverId">The hand-over.</param>
    public sealed record Input(CaseId CaseId, string HandOverId);
}
