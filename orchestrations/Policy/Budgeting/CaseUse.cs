namespace HelpDesk.Orchestrations.Policy.Budgeting;

/// <summary>What one case reserved.</summary>
/// <param name="SubjectId">On whom.</param>
/// <param name="Remediations">Catalogue ids, each once.</param>
public sealed record CaseUse(string SubjectId, IReadOnlyList<string> Remediations);
