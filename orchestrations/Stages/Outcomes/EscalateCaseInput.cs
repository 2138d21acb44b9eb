using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Outcomes;

/// <summary>What <see cref="EscalateCase"/> takes.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Path">Person, or refused.</param>
/// <param name="Why">Why, in plain words for the person who takes over.</param>
/// <param name="Intent">The intent; null when it is not known.</param>
/// <param name="Findings">What policy's rules said; empty when they were not asked.</param>
/// <param name="Traits">What the text itself shows.</param>
public sealed record EscalateCaseInput(
    string CaseId, CasePath Path, string Why, string? Intent, IReadOnlyList<RuleFinding> Findings, IReadOnlyList<string> Traits);
