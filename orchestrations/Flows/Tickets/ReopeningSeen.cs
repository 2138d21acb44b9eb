namespace HelpDesk.Orchestrations.Flows.Tickets;

/// <summary>That a reopening was seen.</summary>
/// <param name="Key">Idempotency key of the activity that saw it first.</param>
internal sealed record ReopeningSeen(string Key);
