namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>What operators decided about a run so far.</summary>
/// <param name="IsAsked">True when the approval is to be asked for.</param>
/// <param name="IsDiscarded">True when it was thrown away.</param>
/// <param name="IsStopped">True when it was stopped.</param>
public sealed record BulkStatus(bool IsAsked, bool IsDiscarded, bool IsStopped);
