using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>What <see cref="OpenHandOver"/> takes.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Plan">The stored plan.</param>
/// <param name="PlanHash">Its hash.</param>
/// <param name="StepIndex">Which step hands a secret over, from 0.</param>
public sealed record OpenHandOverInput(string CaseId, ContextReference Plan, string PlanHash, int StepIndex);
