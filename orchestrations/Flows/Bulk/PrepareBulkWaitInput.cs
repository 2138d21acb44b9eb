namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>What <see cref="PrepareBulkWait"/> takes.</summary>
/// <param name="CaseId">The run.</param>
/// <param name="NextEvent">Name of the event for which the workflow waits next if nothing was decided.</param>
/// <param name="PausedUntil">Until when it waits for the hour's budget, UTC; null when it waits for people.</param>
public sealed record PrepareBulkWaitInput(string CaseId, string NextEvent, DateTimeOffset? PausedUntil = null);
