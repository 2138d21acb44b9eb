using HelpDesk.Adapters.Graph.Accounts;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Adapters.Graph.Licences;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Outcomes;

/// <summary><c>licence.provisioned</c>: the licence is assigned without an error, and each of its services for people is provisioned.</summary>
internal sealed class LicenceProvisioned(AccountReader accounts, LicenceReader licences) : IOutcomeCheck
{
    // A service that is switched off in the assignment is not waited for.
    private static readonly string[] Ready = ["Success", "Disabled"];

    /// <inheritdoc />
    public string Name => "licence.provisioned";

    /// <inheritdoc />
    public async Task<OutcomeReading> ReadAsync(OutcomeCall call, CancellationToken cancellation)
    {
        var wanted = call.Steps("user.assign-licence").Select(step => step.Parameter("skuId"))
            .Concat(call.Steps("user.swap-licence").Select(step => step.Parameter("toSkuId"))).Select(Guid.Parse).ToList();
        if (wanted.Count == 0)
            return OutcomeReading.Missed("No licence was part of the plan.");
        if (await accounts.GetAsync(call.SubjectId, cancellation) is not { } user || await licences.DetailsAsync(call.SubjectId, cancellation) is not { } details)
            return OutcomeReading.Missed(Texts.AccountGone);
        var readings = wanted.Select(sku => Reading(user, details, sku)).ToList();
        return readings.Find(reading => reading.State == OutcomeState.Missed) ?? readings.Find(reading => reading.State == OutcomeState.Pending) ?? readings[0];
    }

    private static OutcomeReading Reading(User user, IReadOnlyList<LicenseDetails> details, Guid sku)
    {
        var error = (user.LicenseAssignmentStates ?? []).Where(state => state.SkuId == sku).Select(state => state.Error).FirstOrDefault(error => error is { Length: > 0 } && !Is(error, "None"));
        if (error is not null)
            return OutcomeReading.Missed($"Entra reports an error of the assignment: {DisplayText.Of(error, "unknown")}.");
        if (details.FirstOrDefault(licence => licence.SkuId == sku) is not { } held)
            return OutcomeReading.Pending("Entra does not list the licence among those of the person.");

        // Plans of the whole company, such as MDM for Office 365, may be pending for ever without any effect on the person.
        var plans = (held.ServicePlans ?? []).Where(plan => !Is(plan.AppliesTo, "Company")).ToList();
        if (plans.Find(plan => Is(plan.ProvisioningStatus, "Error")) is { } failed)
            return OutcomeReading.Missed($"A service of the licence could not be provisioned: {NameOf(failed)}.");
        return plans.Find(plan => !Ready.Any(status => Is(plan.ProvisioningStatus, status))) is { } pending
            ? OutcomeReading.Pending($"A service of the licence is not provisioned yet: {NameOf(pending)} ({DisplayText.Of(pending.ProvisioningStatus, "no status")}).")
            : OutcomeReading.Holds("The licence is assigned and its services are provisioned.");
    }

    private static string NameOf(ServicePlanInfo plan) => DisplayText.Of(plan.ServicePlanName, "unnamed");

    private static bool Is(string? value, string name) => string.Equals(value, name, StringComparison.OrdinalIgnoreCase);
}
