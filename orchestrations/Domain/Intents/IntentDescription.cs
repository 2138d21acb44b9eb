namespace HelpDesk.Orchestrations.Domain.Intents;

/// <summary>One thing a ticket can be about.</summary>
/// <param name="Id">Stable id; runbooks, examples and answers of models use it.</param>
/// <param name="Title">A few words for a page.</param>
/// <param name="Description">One sentence: what it is, and where its neighbours begin.</param>
/// <param name="Examples">Three or more short texts that are it.</param>
/// <param name="IsRemediable">True when a runbook may remediate; false when the ticket is informed about or routed.</param>
public sealed record IntentDescription(string Id, string Title, string Description, IReadOnlyList<string> Examples, bool IsRemediable);
