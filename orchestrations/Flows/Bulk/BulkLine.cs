namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>What became of one line of the pasted list.</summary>
/// <param name="Text">The line, cut. Untrusted text.</param>
/// <param name="Target">The target; null when it was refused.</param>
/// <param name="Refusal">Why it was refused; null for a target.</param>
/// <param name="Reason">The same in words.</param>
public sealed record BulkLine(string Text, BulkTarget? Target, BulkRefusal? Refusal = null, string? Reason = null)
{
    private const int MaxText = 100;
    private const int MaxReason = 300;

    /// <summary>A refused line.</summary>
    public static BulkLine Refused(string text, BulkRefusal refusal, string reason) =>
        new(Cut(text, MaxText), null, refusal, Cut(reason, MaxReason));

    /// <summary>A line that is a target.</summary>
    public static BulkLine Of(string text, BulkTarget target) => new(Cut(text, MaxText), target);

    private static string Cut(string text, int most) => text.Length <= most ? text : $"{text[..(most - 1)]}…";
}
