using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Policy;

/// <summary>What <see cref="DecidePolicy"/> takes.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Plan">The stored plan.</param>
/// <param name="PlanHash">The hash it was made with.</param>
/// <param name="Triage">What triage said.</param>
public sealed record DecidePolicyInput(string CaseId, ContextReference Plan, string PlanHash, TriageFacts Triage);
