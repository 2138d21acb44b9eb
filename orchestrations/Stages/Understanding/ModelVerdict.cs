namespace HelpDesk.Orchestrations.Stages.Understanding;

/// <summary>What a model said, and which one it was.</summary>
/// <param name="Answer">Its answer, checked.</param>
/// <param name="Model">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="IsLanguageModel">True when a language model said so.</param>
/// <param name="FellBack">Why the language model was not used though one is configured; null when it was or none is.</param>
public sealed record ModelVerdict(TriageAnswer Answer, string Model, string Version, bool IsLanguageModel, string? FellBack);
