using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>Says what a hand-over is about: which secret, for whom, until when. Makes and reads no secret.</summary>
public sealed class HandOverDraft(RemediationCatalogue catalogue, IDirectory directory, IOptions<HelpDeskOptions> options, TimeProvider time)
{
    /// <summary>The hand-over of one step, not stored yet.</summary>
    public async Task<HandOver> MakeAsync(Plan plan, PlanHash planHash, PlanStep step, CancellationToken cancellation)
    {
        var isDevice = step.TargetKind == TargetKind.Device;
        // A step on a device names the device; the page names the person, too.
        var name = isDevice ? (await directory.GetPersonAsync(plan.SubjectId, cancellation))?.DisplayName ?? "unknown person" : step.TargetName;
        var now = time.GetUtcNow();
        return new HandOver
        {
            HandOverId = $"{plan.CaseId}-{step.Id}",
            CaseId = plan.CaseId,
            StepId = step.Id,
            PlanHash = planHash,
            SubjectId = plan.SubjectId,
            SubjectName = name,
            Kind = catalogue.Get(step.Remediation).Descriptor.Secret,
            DeviceId = isDevice ? new DeviceId(step.TargetId) : null,
            TargetName = isDevice ? step.TargetName : null,
            RequesterId = plan.RequesterId,
            OpenerIds = plan.EveryOpener(),
            OpenedAt = now,
            ExpiresAt = now + options.Value.CollectWithin,
        };
    }
}
