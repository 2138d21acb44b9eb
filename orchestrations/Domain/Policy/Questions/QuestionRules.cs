namespace HelpDesk.Orchestrations.Domain.Policy.Questions;

/// <summary><c>policy/questions.yaml</c>: what a requester is asked, how often and for how long.</summary>
public sealed record QuestionRules
{
    /// <summary>No one is asked anything.</summary>
    public static QuestionRules None { get; } = new() { MostPerTicket = 0 };

    /// <summary>Most questions about one ticket, 0 to 2. Default 2.</summary>
    public int MostPerTicket { get; init; } = 2;

    /// <summary>How much working time an answer may take; then a person gets the ticket. Default 8 hours.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromHours(8);

    /// <summary>After how much working time the one reminder goes out; zero = never. Default 4 hours.</summary>
    public TimeSpan RemindAfter { get; init; } = TimeSpan.FromHours(4);

    /// <summary>What counts as working time.</summary>
    public WorkCalendar Calendar { get; init; } = WorkCalendar.Default;

    /// <summary>The questions that are asked, by kind (<see cref="QuestionKinds"/>); one that is not here is never asked.</summary>
    public IReadOnlyDictionary<string, QuestionRule> ByKind { get; init; } = new Dictionary<string, QuestionRule>(StringComparer.Ordinal);

    /// <summary>Intents that are offered when nothing in a ticket says what it is about, the likeliest first.</summary>
    public IReadOnlyList<string> Offer { get; init; } = [];

    /// <summary>Intents that are too wide to act on, each with the narrower ones that are offered when its runbook has nothing to do.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Narrower { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Intents whose tickets are answered from knowledge when no runbook acts. Default none.</summary>
    public IReadOnlySet<string> AnswerFor { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>How people are asked whether it helped.</summary>
    public FeedbackRules Feedback { get; init; } = new();

    /// <summary>True when a question may be asked for an intent.</summary>
    /// <param name="kind">Which question.</param>
    /// <param name="intent">What the ticket is about; null when that is not known.</param>
    public bool Lets(string kind, string? intent) => MostPerTicket > 0 && ByKind.TryGetValue(kind, out var rule) && (intent is null || !rule.Except.Contains(intent));
}

/// <summary>One question that is asked.</summary>
/// <param name="Kind">Which one (<see cref="QuestionKinds"/>).</param>
/// <param name="Except">Intents for which it is not asked.</param>
public sealed record QuestionRule(string Kind, IReadOnlySet<string> Except);

/// <summary>How people are asked whether it helped.</summary>
public sealed record FeedbackRules
{
    /// <summary>True when people are asked at all. Default true.</summary>
    public bool IsAsked { get; init; } = true;

    /// <summary>After how much working time the one reminder goes out; zero = never. Default 16 hours: two days.</summary>
    public TimeSpan RemindAfter { get; init; } = TimeSpan.FromHours(16);

    /// <summary>After how much working time it counts as unanswered. Default 40 hours: a week.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromHours(40);

    /// <summary>For how long another ticket of the same person about the same counts as a recontact. Default 7 days.</summary>
    public TimeSpan RecontactWithin { get; init; } = TimeSpan.FromDays(7);
}
