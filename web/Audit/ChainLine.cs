namespace HelpDesk.Web.Audit;

/// <summary>One chain in the list.</summary>
/// <param name="CaseId">The chain.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Title">Title of the case. Untrusted text.</param>
/// <param name="ChangedAt">When the case last changed, UTC; null when there is no case.</param>
public sealed record ChainLine(string CaseId, string Name, string? Title, DateTimeOffset? ChangedAt);
