using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;

namespace HelpDesk.Web.Remediations;

/// <summary>What the page of a remediation shows.</summary>
/// <param name="About">Its catalogue entry.</param>
/// <param name="Runbooks">Runbooks that use it.</param>
public sealed record RemediationModel(RemediationDescriptor About, IReadOnlyList<Runbook> Runbooks);
