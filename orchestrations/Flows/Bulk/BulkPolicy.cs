using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Orchestrations.Stages.Policy;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>Asks policy about one target of a bulk run, with facts that are read now.</summary>
public sealed class BulkPolicy(IDirectory directory, RunbookLibrary library, RemediationCatalogue catalogue, UndoFacts undos, BulkRisks risks, KillSwitch killSwitch, PolicyEngine engine)
{
    /// <summary>What policy says of a target's plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="starter">Who started the run, as the directory knows them now; null when it does not.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">The directory cannot be read now.</exception>
    public async Task<Verdict> JudgeAsync(Plan plan, Person? starter, DateTimeOffset now, CancellationToken cancellation)
    {
        var devices = new Dictionary<string, Device>(StringComparer.Ordinal);
        foreach (var id in plan.Steps.Where(step => step.TargetKind == TargetKind.Device).Select(step => step.TargetId).Distinct(StringComparer.Ordinal))
        {
            if (await directory.GetDeviceAsync(id, cancellation) is { } device)
                devices[id] = device;
        }

        var (original, left) = await undos.OfAsync(plan, cancellation);
        var hash = PlanFingerprint.Of(plan);
        return engine.Decide(new PolicyInput
        {
            Plan = plan,
            PlanHash = hash,
            StoredPlanHash = hash,
            Runbook = library.Find(plan.RunbookId),
            Catalogue = catalogue.Descriptors.ToDictionary(descriptor => descriptor.Id, StringComparer.Ordinal),
            Requester = starter,
            Subject = await directory.GetPersonAsync(plan.SubjectId, cancellation),
            Devices = devices,
            Risk = await RiskAsync(plan, cancellation),
            IsBulk = true,
            Original = original,
            Done = left,
            Triage = TriageFacts.ChosenByPerson(plan.Intent),
            KillSwitchIsOn = await killSwitch.IsOnAsync(cancellation),
            Now = now,
        });
    }

    private async Task<AccountRisk> RiskAsync(Plan plan, CancellationToken cancellation) =>
        catalogue.DependsOnRisk(plan) ? await risks.OfAsync(plan.SubjectId, cancellation) : AccountRisk.Unknown;
}
