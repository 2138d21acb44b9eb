using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Outcomes;

/// <summary>What <see cref="ResolveCase"/> takes.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Path">Automatic, or with an approval.</param>
public sealed record ResolveCaseInput(string CaseId, CasePath Path);
