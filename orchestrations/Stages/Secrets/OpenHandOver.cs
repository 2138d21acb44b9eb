using System.Text.Json.Serialization;
using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>Opens the hand-over of a secret. Makes and reads none.</summary>
public sealed class OpenHandOver(
    HandOverRecords records, HandOverDraft draft, CaseContext contexts, CaseStore caseStore, HandOverProof proof, IEnumerable<INoticeChannel> channels)
    : Activity<OpenHandOver.Input, OpenHandOver.Result>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Result> Reference = Named<OpenHandOver>("open-hand-over");

    /// <inheritdoc />
    public override async Task<Result> RunAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        var plan = (await VerifiedPlan.LoadAsync(contexts, input.Plan, cancellation)).Plan;
        var step = plan.Steps[input.StepIndex];
        // Into the chain first: only a hand-over that is there, signed and approved, shows anything.
        var drafted = await draft.MakeAsync(plan, input.Plan.Hash, step, cancellation);
        await proof.OpenAsync(drafted, input.Plan, input.ApprovalId, cancellation);
        var handOver = await records.OpenAsync(await proof.OpenedAsync(drafted, cancellation), cancellation);
        if (await proof.WhyNotAsync(handOver, cancellation) is { } changed)
            throw new VendorException("store", "changed", changed, isRetryable: false);

        await caseStore.UpdateAsync(
            plan.CaseId,
            record => record with { State = CaseState.WaitingForHandOver, OpenHandOverId = handOver.HandOverId, Doing = $"Waiting for collection of the {SecretLabels.ShortOf(handOver.Kind)}" },
            cancellation);
        return new Result(handOver.HandOverId, handOver.ExpiresAt) { TellsPerson = handOver.Kind == SecretKind.TemporaryPass && channels.Any(static channel => channel.Takes(NoticeKind.PassApproved)) };
    }

    /// <summary>What <see cref="OpenHandOver"/> takes.</summary>
    /// <param name="Plan">The plan.</param>
    /// <param name="StepIndex">Which step hands a secret over, from 0.</param>
    /// <param name="ApprovalId">The approval under which it is opened; null when policy allowed it without one.</param>
    public sealed record Input(PlanReference Plan, int StepIndex, string? ApprovalId = null);

    /// <summary>A hand-over that was opened.</summary>
    /// <param name="HandOverId">Its id.</param>
    /// <param name="ExpiresAt">Until when it may be collected, UTC.</param>
    public sealed record Result(string HandOverId, DateTimeOffset ExpiresAt)
    {
        /// <summary>True when the person and their manager are written to. Default false.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public bool TellsPerson { get; init; }
    }
}
