using System.Globalization;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Ledger.Proofs;

/// <summary>
/// Stops whoever opens tickets about the credentials of several other people: an attack on a service desk tries one name after the other. Members of
/// the service desk open such tickets all day and are not counted.
/// </summary>
public sealed class ProofAskers(ProofLimits limits, IDirectory directory, PolicySet policy, IOptions<HelpDeskOptions> options)
{
    /// <summary>Why a plan is not put to anybody; null when it may be. Counts the plan.</summary>
    /// <exception cref="VendorException">Store or directory cannot be read now.</exception>
    public async Task<string?> WhyNotAsync(Plan plan, CancellationToken cancellation)
    {
        if (plan.Undoes is not null || !plan.Steps.Any(step => policy.Proofs.Remediations.Contains(step.Remediation)))
            return null;
        var desk = policy.Approvers.GetValueOrDefault(options.Value.HandOverGroup);
        foreach (var opener in (plan.Opening?.OpenerIds ?? []).Where(opener => !string.Equals(opener, plan.SubjectId, StringComparison.OrdinalIgnoreCase)))
        {
            if (desk is not null && await directory.IsMemberAsync(new PersonId(opener), desk.GroupId, cancellation))
                continue;
            if (await limits.AskedAsync(new PersonId(opener), plan.SubjectId, plan.CaseId, cancellation))
                return string.Create(CultureInfo.InvariantCulture, $"Who opened this ticket asked for the credentials of {policy.Proofs.DifferentPeoplePerDay} or more people within 24 hours. That looks like an attack, so their tickets about credentials are stopped.");
        }

        return null;
    }
}
