namespace HelpDesk.Orchestrations.Stages.Understanding;

/// <summary>What a model is asked: redacted text only.</summary>
/// <param name="CaseId">For correlation; never sent to a model.</param>
/// <param name="Title">Redacted title, at most 300 characters.</param>
/// <param name="Text">Redacted, normalised text, at most 6,000 characters.</param>
/// <param name="Language">Two-letter language of the writer's own words (<c>en</c>, <c>de</c>, <c>es</c>, <c>fr</c>), or <c>und</c>.</param>
public sealed record TriageRequest(string CaseId, string Title, string Text, string Language);
