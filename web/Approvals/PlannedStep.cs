using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Web.Approvals;

/// <summary>A step of a plan with what the catalogue says of it.</summary>
/// <param name="Step">The step.</param>
/// <param name="About">Its catalogue entry; null when the catalogue no longer has it.</param>
/// <param name="Accesses">By parameter: the title of the group or licence whose id it is, where policy/access.yaml has it.</param>
/// <param name="WhyOff">Why it is switched off now and will not run; null when it is not.</param>
public sealed record PlannedStep(PlanStep Step, RemediationDescriptor? About, IReadOnlyDictionary<string, string> Accesses, string? WhyOff);
