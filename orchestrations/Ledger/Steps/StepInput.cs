using System.Text.Json.Serialization;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Steps;

/// <summary>Names one step of a plan that may run.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Index">Which step, from 0.</param>
/// <param name="ApprovalId">The approval under which it runs; null when policy allowed it without one.</param>
public sealed record StepInput(PlanReference Plan, int Index, string? ApprovalId)
{
    /// <summary>The case.</summary>
    [JsonIgnore]
    public CaseId CaseId => Plan.CaseId;

    /// <summary>The hash of the plan.</summary>
    [JsonIgnore]
    public PlanHash PlanHash => Plan.Hash;
}
