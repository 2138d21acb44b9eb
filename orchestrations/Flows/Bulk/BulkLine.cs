
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

/// <summary>Why a line of the pasted list is no target.</summary>
public enum BulkRefusal
{
    /// <summary>Neither a mail address nor an object id.</summary>
    NotReadable,

    /// <summary>The directory has no such account or device, or more than one.</summary>
    Unknown,

    /// <summary>It is on the list already.</summary>
    Duplicate,

    /// <summary>A guest's account belongs to another organisation.</summary>
    Guest,

    /// <summary>The account holds a directory role.</summary>
    Privileged,

    /// <summary>An emergency account.</summary>
    BreakGlass,

    /// <summary>A protected person is helped one by one.</summary>
    Vip,

    /// <summary>No single person's own account.</summary>
    Functional,

    /// <summary>Mastered on premises, and a step cannot be done there.</summary>
    Synced,

    /// <summary>Nothing of the runbook applies.</summary>
    NothingToDo,

    /// <summary>A step must not be planned on it.</summary>
    NotPossible,

    /// <summary>Policy refuses it.</summary>
    Policy,

    /// <summary>Of an undo: somebody else has changed it since, and their change is not overwritten.</summary>
    ChangedSince,
}
