using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Web.Remediations;

/// <summary>What the list of remediations shows.</summary>
/// <param name="All">All that are switched on, by id.</param>
/// <param name="Off">Those that exist and are switched off, by id.</param>
public sealed record RemediationListModel(IReadOnlyList<RemediationDescriptor> All, IReadOnlyList<OffRemediation> Off);
