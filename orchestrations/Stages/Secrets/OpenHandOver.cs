using System.Globalization;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>Opens the hand-over of a secret. Makes and reads none.</summary>
public sealed class OpenHandOver(
    HandOverRecords records, HandOverDraft draft, CaseContext contexts, CaseStore caseStore, IAuditLog audit)
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
        var handOver = await records.OpenAsync(await draft.MakeAsync(plan, input.Plan.Hash, step, cancellation), cancellation);

        await audit.AppendAsync(
            new AuditEvent(
                plan.CaseId, $"{handOver.HandOverId}/opened", AuditKinds.HandOverOpened, "helpdesk", $"A {SecretLabels.NameOf(handOver.Kind)} may be collected by an entitled person.",
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["hand-over"] = handOver.HandOverId,
                    ["plan-hash"] = input.Plan.Hash,
                    ["target"] = handOver.DeviceId ?? handOver.SubjectId,
                    ["expires"] = handOver.ExpiresAt.ToString("O", CultureInfo.InvariantCulture),
                }),
            cancellation);
        await caseStore.UpdateAsync(
            plan.CaseId,
            record => record with { State = CaseState.WaitingForHandOver, OpenHandOverId = handOver.HandOverId, Doing = $"Waiting for collection of the {SecretLabels.ShortOf(handOver.Kind)}" },
            cancellation);
        return new Result(handOver.HandOverId, handOver.ExpiresAt);
    }

    /// <summary>What <see cref="OpenHandOver"/> takes.</summary>
    /// <param name="Plan">The plan.</param>
    /// <param name="StepIndex">Which step hands a secret over, from 0.</param>
    public sealed record Input(PlanReference Plan, int StepIndex);

    /// <summary>A hand-over that was opened.</summary>
    /// <param name="HandOverId">Its id.</param>
    /// <param name="ExpiresAt">Until when it may be collected, UTC.</param>
    public sealed record Result(string HandOverId, DateTimeOffset ExpiresAt);
}
