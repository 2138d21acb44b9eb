using System.Text;

namespace HelpDesk.Orchestrations.Domain.Remediations;

/// <summary>The state found before a step.</summary>
/// <param name="Json">As the remediation's own <see cref="TargetState"/> writes it, at most 2 KiB.</param>
/// <param name="Text">One sentence for the approver: "Sign-in is enabled".</param>
/// <param name="Refusal">Why the step must not be planned at all on this target (dynamic group, synced user, no seat); null when it may.</param>
/// <param name="Undo">What an undo would restore on exactly this target, one sentence: "Takes Ana Silva out of the group again"; null when nothing can or need be undone.</param>
public sealed record CapturedState(string Json, string Text, string? Refusal = null, string? Undo = null)
{
    private const int MaxBytes = 2 * 1024;

    /// <summary>True when this is the state that was kept before, whatever it says beyond the fields that were known then. Anything else is drift.</summary>
    public bool Matches(string kept) => StateComparison.IsSame(kept, Json);

    /// <summary>True when a state is short enough to be kept in a plan. What does not fit must be refused: a part of it would be no state to go back to.</summary>
    public static bool Fits(string json) => Encoding.UTF8.GetByteCount(json) <= MaxBytes;
}
