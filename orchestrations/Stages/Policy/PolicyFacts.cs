using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Stages.Policy;

/// <summary>Gathers the facts of a decision, fresh from the directory and our own store: snapshots are minutes old, and people change groups.</summary>
public sealed class PolicyFacts(
    IDirectory directory, RunbookLibrary library, RemediationCatalogue catalogue, UndoFacts undos, PolicySet policy, PolicyMoment moment)
{
    /// <summary>All facts but the budget, which is looked at only for a plan that nothing else refuses.</summary>
    public async Task<PolicyInput> GatherAsync(Plan plan, PlanHash planHash, TriageFacts triage, CancellationToken cancellation)
    {
        var requester = await directory.GetPersonAsync(plan.RequesterId, cancellation);
        var subject = plan.SubjectId == plan.RequesterId ? requester : await directory.GetPersonAsync(plan.SubjectId, cancellation);
        var devices = new Dictionary<string, Device>(StringComparer.Ordinal);
        foreach (var id in plan.Steps.Where(step => step.TargetKind == TargetKind.Device).Select(step => step.TargetId).Distinct())
        {
            if (await directory.GetDeviceAsync(new DeviceId(id), cancellation) is { } device)
                devices[id] = device;
        }

        var (original, left) = await undos.OfAsync(plan, cancellation);
        var (isStopped, similar, now) = await moment.ReadAsync(plan, cancellation);
        return new PolicyInput
        {
            Plan = plan,
            PlanHash = planHash,
            StoredPlanHash = PlanFingerprint.Of(plan),
            Runbook = library.Find(plan.RunbookId),
            Catalogue = catalogue.Descriptors.ToDictionary(descriptor => descriptor.Id, StringComparer.Ordinal),
            Requester = requester,
            Subject = subject,
            Devices = devices,
            Risk = await RiskAsync(plan, cancellation),
            Delegation = await DelegationAsync(plan, cancellation),
            Triage = triage,
            Original = original,
            Done = left,
            KillSwitchIsOn = isStopped,
            SimilarRequesters = similar,
            Now = now,
        };
    }

    private async Task<AccountRisk> RiskAsync(Plan plan, CancellationToken cancellation) =>
        catalogue.DependsOnRisk(plan) ? await directory.GetRiskAsync(plan.SubjectId, cancellation) : AccountRisk.Unknown;

    private async Task<string?> DelegationAsync(Plan plan, CancellationToken cancellation)
    {
        if (plan.SubjectId == plan.RequesterId)
            return null;
        foreach (var rule in policy.Delegates.Where(rule => rule.Runbooks.Contains(plan.RunbookId, StringComparer.Ordinal)))
        {
            if (await rule.HoldsAsync(directory, plan.RequesterId, plan.SubjectId, cancellation))
                return rule.Id;
        }

        return null;
    }
}
