using HelpDesk.Orchestrations.Domain.Bulk;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>What <see cref="MassBatchWorkflow"/> takes.</summary>
/// <param name="CaseId">The run.</param>
/// <param name="GateId">Its approval.</param>
/// <param name="Numbers">Which targets of the frozen list; at most 100.</param>
/// <param name="Limits">How the run goes.</param>
/// <param name="Wave">What ended in the wave so far.</param>
/// <param name="All">What ended in the run so far.</param>
public sealed record MassBatchInput(string CaseId, string GateId, IReadOnlyList<int> Numbers, MassLimits Limits, MassTally Wave, MassTally All);
