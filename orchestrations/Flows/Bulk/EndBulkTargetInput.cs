namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>What <see cref="EndBulkTarget"/> takes.</summary>
/// <param name="Target">Which target.</param>
/// <param name="State">How it ended.</param>
/// <param name="Note">Why, in one sentence; null when it is as wanted.</param>
public sealed record EndBulkTargetInput(BulkTargetInput Target, BulkTargetState State, string? Note);
