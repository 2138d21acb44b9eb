using HelpDesk.Adapters.EmbeddedTriage.Facts;
using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Policy.Shares;
using HelpDesk.Orchestrations.Stages.Understanding;

namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>Makes an answer, or an abstention, of what the classifier thinks likely.</summary>
public static class EmbeddedAnswers
{
    /// <summary>The answer to a ticket. Takes any text.</summary>
    /// <param name="trained">The classifier.</param>
    /// <param name="title">The title.</param>
    /// <param name="text">The text.</param>
    /// <param name="options">From when it answers.</param>
    /// <param name="shares">How often intents come in this organisation; null to leave that out.</param>
    public static TriageAnswer Of(TrainedTriage trained, string? title, string? text, EmbeddedTriageOptions options, ClassShares? shares = null)
    {
        if (!TextAmount.IsEnough($"{PlainText.Clean(title)} {PlainText.Clean(text)}"))
            return TriageAnswer.Abstain(AbstentionReasons.TooShort);

        var ranked = trained.Rank(title, text, shares);
        var best = ranked[0];
        if (best.Intent == IntentCatalogue.Unknown)
            return TriageAnswer.Abstain(AbstentionReasons.OutOfScope);
        if (ranked.Count > 1 && best.Probability - ranked[1].Probability < options.AmbiguityMargin)
            return TriageAnswer.Abstain(AbstentionReasons.Ambiguous);
        if (best.Probability < options.LeastConfidence)
            return TriageAnswer.Abstain(AbstentionReasons.OutOfScope);

        if (TwoMatters.Shows(trained, title, text, shares))
            return TriageAnswer.Abstain(AbstentionReasons.Ambiguous);

        var all = $"{PlainText.Clean(title)}. {PlainText.Clean(text)}";
        return new TriageAnswer(
            best.Intent,
            Math.Clamp(trained.Confidence(best, title, text, shares), 0, 1),
            DeviceHint: DeviceHints.Find(all),
            AppHint: AppHints.Find(all),
            IsConfirmedLost: best.Intent is "device.lost" or "device.stolen" ? LossCertainty.Find(all) : null);
    }
}
