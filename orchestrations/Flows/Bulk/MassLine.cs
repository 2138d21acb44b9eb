namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>What became of one line of the pasted list.</summary>
/// <param name="Text">The line, cut. Untrusted text.</param>
/// <param name="Target">The target; null when it was refused.</param>
/// <param name="Refusal">Why it was refused; null for a target.</param>
/// <param name="Reason">The same in words.</param>
public sealed record MassLine(string Text, MassTarget? Target, MassRefusal? Refusal = null, string? Reason = null)
{
    private const int MaxText = 100;
    private const int MaxReason = 300;

    /// <summary>A refused line.</summary>
    public static MassLine Refused(string text, MassRefusal refusal, string reason) =>
        new(Cut(text, MaxText), null, refusal, Cut(reason, MaxReason));

    /// <summary>A line that is a target.</summary>
    public static MassLine Of(string text, MassTarget target) => new(Cut(text, MaxText), target);

    private static string Cut(string text, int most) => text.Length <= most ? text : $"{text[..(most - 1)]}…";
}
