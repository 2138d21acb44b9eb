namespace HelpDesk.Orchestrations.Triage;

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
}
