using System.Globalization;
using HelpDesk.Orchestrations.Audit;
using HelpDesk.Orchestrations.Cases;
using HelpDesk.Orchestrations.Durable;
using HelpDesk.Orchestrations.Remediation;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.HandOvers;

/// <summary>Opens the hand-over of a pass. Makes no pass.</summary>
public sealed class OpenHandOver(
    HandOverRecords records, CaseContext contexts, CaseJournal journal, IAuditLog audit, IOptions<HelpDeskOptions> options, TimeProvider time)
    : Activity<OpenHandOverInput, HandOverOpened>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<OpenHandOverInput, HandOverOpened> Reference = Named<OpenHandOver>("open-hand-over");

    /// <inheritdoc />
    public override async Task<HandOverOpened> RunAsync(ActivityContext context, OpenHandOverInput input)
    {
        var cancellation = context.Cancellation;
        var plan = await contexts.GetAsync<Plan>(input.Plan, cancellation);
        var step = plan.Steps[input.StepIndex];
        var now = time.GetUtcNow();
        var handOver = await records.OpenAsync(
            new HandOver
            {
                HandOverId = $"{input.CaseId}-{step.Id}",
                CaseId = input.CaseId,
                StepId = step.Id,
                PlanHash = input.PlanHash,
                SubjectId = plan.SubjectId,
                SubjectName = step.TargetName,
                RequesterId = plan.RequesterId,
                OpenedAt = now,
                ExpiresAt = now + options.Value.CollectWithin,
            },
            cancellation);

        await audit.AppendAsync(
            new AuditEvent(
                input.CaseId, $"{handOver.HandOverId}/opened", AuditKinds.HandOverOpened, "helpdesk", "A pass may be collected by an entitled person.",
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["hand-over"] = handOver.HandOverId,
                    ["plan-hash"] = input.PlanHash,
                    ["target"] = handOver.SubjectId,
                    ["expires"] = handOver.ExpiresAt.ToString("O", CultureInfo.InvariantCulture),
                }),
            cancellation);
        await journal.UpdateAsync(
            input.CaseId,
            record => record with { State = CaseState.WaitingForHandOver, OpenHandOverId = handOver.HandOverId, Doing = "Waiting for somebody to hand the pass over" },
            cancellation);
        return new HandOverOpened(handOver.HandOverId, handOver.ExpiresAt);
    }
}
