using HelpDesk.Orchestrations.Foundation;
using System.Globalization;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>Opens the hand-over of a secret. Makes and reads none.</summary>
public sealed class OpenHandOver(
    HandOverRecords records, RemediationCatalogue catalogue, IDirectory directory, CaseContext contexts, CaseStore caseStore, IAuditLog audit, IOptions<HelpDeskOptions> options, TimeProvider time)
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
        var kind = catalogue.Get(step.Remediation).Descriptor.Secret;
        var isDevice = step.TargetKind == TargetKind.Device;
        // A step on a device names the device; the page names the person, too.
        var name = isDevice ? (await directory.GetPersonAsync(plan.SubjectId, cancellation))?.DisplayName ?? "somebody" : step.TargetName;
        var now = time.GetUtcNow();
        var handOver = await records.OpenAsync(
            new HandOver
            {
                HandOverId = $"{plan.CaseId}-{step.Id}",
                CaseId = plan.CaseId,
                StepId = step.Id,
                PlanHash = input.Plan.Hash,
                SubjectId = plan.SubjectId,
                SubjectName = name,
                Kind = kind,
                DeviceId = isDevice ? step.TargetId : null,
                TargetName = isDevice ? step.TargetName : null,
                RequesterId = plan.RequesterId,
                OpenedAt = now,
                ExpiresAt = now + options.Value.CollectWithin,
            },
            cancellation);

        await audit.AppendAsync(
            new AuditEvent(
                plan.CaseId, $"{handOver.HandOverId}/opened", AuditKinds.HandOverOpened, "helpdesk", $"A {SecretLabels.NameOf(kind)} may be collected by an entitled person.",
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
            record => record with { State = CaseState.WaitingForHandOver, OpenHandOverId = handOver.HandOverId, Doing = $"Waiting for somebody to hand the {SecretLabels.ShortOf(kind)} over" },
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
