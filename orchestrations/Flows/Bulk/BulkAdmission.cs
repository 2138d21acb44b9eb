using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>Whether a target may be worked on.</summary>
/// <param name="Plan">Its plan; null when it may not.</param>
/// <param name="Steps">How many steps the plan has.</param>
/// <param name="Ended">How it stands already, when there is nothing to do for it; null otherwise.</param>
/// <param name="Stop">How the run ends instead, when nothing new may begin; null otherwise.</param>
/// <param name="Why">Why not.</param>
/// <param name="IsUndo">True when its plan takes steps of another run back. Default false.</param>
public sealed record BulkAdmission(ContextReference? Plan, int Steps, BulkTargetState? Ended = null, BulkEndKind? Stop = null, string? Why = null, bool IsUndo = false);
