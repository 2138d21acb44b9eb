namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>What <see cref="EndMassTarget"/> takes.</summary>
/// <param name="Target">Which target.</param>
/// <param name="State">How it ended.</param>
/// <param name="Note">Why, in one sentence; null when it is as wanted.</param>
public sealed record EndMassTargetInput(MassTargetInput Target, MassTargetState State, string? Note);
