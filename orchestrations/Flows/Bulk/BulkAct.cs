namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>What an operator did to a run.</summary>
/// <param name="PersonId">Object id.</param>
/// <param name="PersonName">Display name as it was then. Untrusted text.</param>
/// <param name="At">UTC.</param>
/// <param name="Reason">Why, where it was asked for; at most 300 characters. Untrusted text.</param>
public sealed record BulkAct(string PersonId, string PersonName, DateTimeOffset At, string? Reason = null);
