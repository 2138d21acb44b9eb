using HelpDesk.Orchestrations.Remediation;

namespace HelpDesk.Web.Remediations;

/// <summary>What the list of remediations shows.</summary>
/// <param name="All">All that there are here, by id.</param>
public sealed record RemediationListModel(IReadOnlyList<RemediationDescriptor> All);
