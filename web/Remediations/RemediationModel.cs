using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Web.Layout;

namespace HelpDesk.Web.Remediations;

/// <summary>What the page of a remediation shows.</summary>
/// <param name="About">Its catalogue entry.</param>
/// <param name="WhyOff">Why it is switched off here; null when it is not.</param>
/// <param name="Runbooks">Runbooks that use it, with what of them is switched off.</param>
public sealed record RemediationModel(RemediationDescriptor About, string? WhyOff, IReadOnlyList<(Runbook Runbook, RunbookOff? Off)> Runbooks);
