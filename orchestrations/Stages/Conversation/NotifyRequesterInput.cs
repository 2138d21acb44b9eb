namespace HelpDesk.Orchestrations.Stages.Conversation;

/// <summary>What <see cref="NotifyRequester"/> takes.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Kind">What is told.</param>
/// <param name="RunbookId">The runbook; null when there is none.</param>
/// <param name="Intent">The intent; null when it is not known.</param>
/// <param name="Language">Two-letter language.</param>
public sealed record NotifyRequesterInput(string CaseId, MessageKind Kind, string? RunbookId, string? Intent, string Language);
