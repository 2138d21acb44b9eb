namespace HelpDesk.Orchestrations.Stages.Understanding;

/// <summary>The closed list of why a model gave no intent.</summary>
public static class AbstentionReasons
{
    /// <summary>The model refused.</summary>
    public const string Refusal = "refusal";

    /// <summary>Nothing came back.</summary>
    public const string Empty = "empty";

    /// <summary>The answer was cut.</summary>
    public const string Length = "length";

    /// <summary>A content filter stepped in: a signal, never retried.</summary>
    public const string ContentFilter = "content-filter";

    /// <summary>The answer was not what the schema says.</summary>
    public const string Malformed = "malformed";

    /// <summary>The answer named an intent that does not exist.</summary>
    public const string UnknownIntent = "unknown-intent";

    /// <summary>The confidence was not a number from 0 to 1.</summary>
    public const string ConfidenceOutOfRange = "confidence-out-of-range";

    /// <summary>The ticket is about nothing in the list.</summary>
    public const string OutOfScope = "out-of-scope";

    /// <summary>Several intents are equally likely, or there are several requests.</summary>
    public const string Ambiguous = "ambiguous";

    /// <summary>The ticket says too little.</summary>
    public const string TooShort = "too-short";

    /// <summary>The text itself shows that no intent may be drawn from its words; the traits say why.</summary>
    public const string SeenInText = "seen-in-text";

    /// <summary>All of them.</summary>
    public static IReadOnlySet<string> All { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        Refusal, Empty, Length, ContentFilter, Malformed, UnknownIntent, ConfidenceOutOfRange, OutOfScope, Ambiguous, TooShort, SeenInText,
    };

    /// <summary>
    /// True when the embedded classifier may be asked instead. A content filter is a signal and goes to a person; what a model
    /// says about the ticket itself (out of scope, ambiguous, too short) is an answer, and is respected.
    /// </summary>
    public static bool AllowsFallBack(string reason) =>
        reason is Refusal or Empty or Length or Malformed or UnknownIntent or ConfidenceOutOfRange;
}
