using HelpDesk.Orchestrations.Domain.Intents;

namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>
/// Decides what the traits of a ticket make of a model's answer. They only ever take authority away. In this order:
/// <list type="number">
/// <item>addresses-the-machine: no intent, whatever was answered;</item>
/// <item>machine: <c>monitoring.alert</c>, no model is asked;</item>
/// <item>wants-person: <c>wants-person</c>, no model is asked;</item>
/// <item>too-short: no intent, no model is asked;</item>
/// <item>already-done: <c>already-done</c>; many-affected: <c>outage</c>;</item>
/// <item>inverted, provider-notice, several-requests: no intent if a runbook would act on it; one that only informs or routes stays;</item>
/// <item>title-contradicts-text, not-in-the-words: never sure enough to be automatic;</item>
/// <item>third-party: the intent stays and is marked; policy lets only delegates ask for others.</item>
/// </list>
/// </summary>
public sealed class TraitRules(IntentCatalogue intents)
{
    /// <summary>Most confidence of a doubted answer: below every threshold at which a plan runs without a person (0.7 is the lowest that policy allows).</summary>
    public const double DoubtedConfidence = 0.65;

    /// <summary>Confidence of an intent that the text itself shows. Chosen high, because nothing but routing follows from it.</summary>
    public const double SeenConfidence = 0.95;

    /// <summary>The answer that the text itself gives, so that no model needs to be asked; null when one must be.</summary>
    public static TriageAnswer? WithoutModel(IReadOnlyList<string> traits)
    {
        if (traits.Contains(TicketTraits.AddressesTheMachine, StringComparer.Ordinal))
            return TriageAnswer.Abstain(AbstentionReasons.SeenInText);
        if (traits.Contains(TicketTraits.Machine, StringComparer.Ordinal))
            return new TriageAnswer(IntentCatalogue.MonitoringAlert, SeenConfidence);
        if (traits.Contains(TicketTraits.WantsPerson, StringComparer.Ordinal))
            return new TriageAnswer(IntentCatalogue.WantsPerson, SeenConfidence);
        return traits.Contains(TicketTraits.TooShort, StringComparer.Ordinal) ? TriageAnswer.Abstain(AbstentionReasons.TooShort) : null;
    }

    /// <summary>What makes an intent doubtful whatever its confidence: the first of not-in-the-words and title-contradicts-text; null when neither does, or there is no intent.</summary>
    public static string? DoubtOf(TriageAnswer answer, IReadOnlyList<string> traits) =>
        answer.Intent is null ? null
        : traits.Contains(TicketTraits.NotInTheWords, StringComparer.Ordinal) ? TicketTraits.NotInTheWords
        : traits.Contains(TicketTraits.TitleContradictsText, StringComparer.Ordinal) ? TicketTraits.TitleContradictsText
        : null;

    /// <summary>True when a runbook may act on the answer's intent.</summary>
    public bool IsRemediable(TriageAnswer answer) => intents.Find(answer.Intent) is { IsRemediable: true };

    /// <summary>What is left of a model's answer.</summary>
    public TriageAnswer Apply(TriageAnswer answer, IReadOnlyList<string> traits)
    {
        if (WithoutModel(traits) is { } seen)
            return seen;
        if (traits.Contains(TicketTraits.AlreadyDone, StringComparer.Ordinal))
            return new TriageAnswer(IntentCatalogue.AlreadyDone, SeenConfidence);
        if (traits.Contains(TicketTraits.ManyAffected, StringComparer.Ordinal))
            return new TriageAnswer(IntentCatalogue.Outage, SeenConfidence);
        if (!IsRemediable(answer))
            return answer;

        if (traits.Contains(TicketTraits.SeveralRequests, StringComparer.Ordinal))
            return TriageAnswer.Abstain(AbstentionReasons.Ambiguous);
        if (traits.Contains(TicketTraits.Inverted, StringComparer.Ordinal) || traits.Contains(TicketTraits.ProviderNotice, StringComparer.Ordinal))
            return TriageAnswer.Abstain(AbstentionReasons.SeenInText);
        return traits.Contains(TicketTraits.TitleContradictsText, StringComparer.Ordinal) || traits.Contains(TicketTraits.NotInTheWords, StringComparer.Ordinal)
            ? answer with { Confidence = Math.Min(answer.Confidence, DoubtedConfidence) }
            : answer;
    }
}
