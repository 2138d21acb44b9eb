using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Proofs;

/// <summary>What a proof is about: one hand-over of one plan to one person. A proof for another one counts for nothing here.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="HandOverId">The hand-over.</param>
/// <param name="PlanHash">Hash of the approved plan.</param>
/// <param name="PersonId">Object id of the person who is to be proved.</param>
public sealed record ProofSubject(CaseId CaseId, string HandOverId, PlanHash PlanHash, PersonId PersonId)
{
    /// <summary>The facts of every entry about it.</summary>
    internal Dictionary<string, string> Facts() => new(StringComparer.Ordinal)
    {
        ["hand-over"] = HandOverId, ["plan-hash"] = PlanHash, ["person"] = PersonId,
    };

    /// <summary>True when facts of an entry are about it.</summary>
    internal bool Owns(IReadOnlyDictionary<string, string> facts) =>
        facts.GetValueOrDefault("hand-over") == HandOverId && facts.GetValueOrDefault("plan-hash") == PlanHash && facts.GetValueOrDefault("person") == PersonId;
}
