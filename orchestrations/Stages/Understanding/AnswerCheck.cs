using HelpDesk.Orchestrations.Domain.Intents;

namespace HelpDesk.Orchestrations.Stages.Understanding;

/// <summary>
/// Decides what of an answer may be believed, whichever model gave it: an intent out of the closed list, a confidence from 0 to 1,
/// hints that are short, plain and stand in the ticket. Everything else is an abstention or dropped (promise P2).
/// </summary>
public sealed class AnswerCheck(IntentCatalogue intents)
{
    /// <summary>Longest hint, in characters. 100, as <see cref="TriageAnswer"/> says.</summary>
    public const int MaxHint = 100;

    private const int MaxIntent = 64;

    /// <summary>The answer as far as it may be believed, without regard to a ticket.</summary>
    public TriageAnswer Check(TriageAnswer answer)
    {
        if (answer.Abstained is { } reason)
            return TriageAnswer.Abstain(Known(reason)) with { Signs = answer.Signs };
        if (string.IsNullOrEmpty(answer.Intent))
            return TriageAnswer.Abstain(AbstentionReasons.Empty);
        if (answer.Intent.Length > MaxIntent || intents.Find(answer.Intent) is null)
            return TriageAnswer.Abstain(AbstentionReasons.UnknownIntent);
        if (double.IsNaN(answer.Confidence) || answer.Confidence is < 0 or > 1)
            return TriageAnswer.Abstain(AbstentionReasons.ConfidenceOutOfRange);
        if (!IsPlainHint(answer.DeviceHint) || !IsPlainHint(answer.AppHint))
            return TriageAnswer.Abstain(AbstentionReasons.Malformed);
        return answer;
    }

    /// <summary>The answer without hints that the ticket does not hold: a model may only point at words that a person wrote.</summary>
    public TriageAnswer Check(TriageAnswer answer, TriageRequest request)
    {
        var believed = Check(answer);
        return believed with { DeviceHint = Written(believed.DeviceHint, request), AppHint = Written(believed.AppHint, request) };
    }

    /// <summary>True for no hint, or one of plain characters that is not too long.</summary>
    public static bool IsPlainHint(string? hint) =>
        hint is null || (hint.Length is > 0 and <= MaxHint && !hint.Any(c => char.IsControl(c) || char.IsSurrogate(c)));

    private static string? Written(string? hint, TriageRequest request)
    {
        if (string.IsNullOrWhiteSpace(hint))
            return null;
        var sought = hint.Trim();
        return request.Title.Contains(sought, StringComparison.OrdinalIgnoreCase) || request.Text.Contains(sought, StringComparison.OrdinalIgnoreCase)
            ? sought
            : null;
    }

    private static string Known(string reason) => AbstentionReasons.All.Contains(reason) ? reason : AbstentionReasons.Malformed;
}
