using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Orchestrations.Stages.Policy;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>Gathers the facts of a decision about one target of a bulk run, fresh from our own stores.</summary>
public sealed class BulkFacts(
    RunbookLibrary library, RemediationCatalogue catalogue, UndoFacts undos, BulkRisks risks, KillSwitch killSwitch, TimeProvider time)
{
    /// <summary>All facts.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="starter">Who started the run; null when the directory does not know them.</param>
    /// <param name="subject">Whose account and devices are changed; null when the directory does not know them.</param>
    /// <param name="devices">The devices of the plan that the directory knows now, by id.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task<PolicyInput> GatherAsync(Plan plan, Person? starter, Person? subject, IReadOnlyDictionary<string, Device> devices, CancellationToken cancellation)
    {
        var (original, left) = await undos.OfAsync(plan, cancellation);
        var hash = PlanFingerprint.Of(plan);
        return new PolicyInput
        {
            Plan = plan,
            PlanHash = hash,
            StoredPlanHash = hash,
            Runbook = library.Find(plan.RunbookId),
            Catalogue = catalogue.Descriptors.ToDictionary(descriptor => descriptor.Id, StringComparer.Ordinal),
            Requester = starter,
            Subject = subject,
            Devices = devices,
            Risk = await RiskAsync(plan, cancellation),
            IsBulk = true,
            Original = original,
            Done = left,
            Triage = TriageFacts.ChosenByPerson(plan.Intent),
            KillSwitchIsOn = await killSwitch.IsOnAsync(cancellation),
            Now = time.GetUtcNow(),
        };
    }

    private async Task<AccountRisk> RiskAsync(Plan plan, CancellationToken cancellation) =>
        catalogue.DependsOnRisk(plan) ? await risks.OfAsync(plan.SubjectId, cancellation) : AccountRisk.Unknown;
}
