using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Policy.Access;
using HelpDesk.Orchestrations.Domain.Policy.Systems;

namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>
/// Decides what the traits of a ticket make of a model's answer. They only ever take authority away. In this order:
/// <list type="number">
/// <item>addresses-the-machine: no intent, whatever was answered;</item>
/// <item>machine: <c>monitoring.alert</c>, or <c>security.report</c> when it watches for attacks; no model is asked;</item>
/// <item>wants-person: <c>wants-person</c>, no model is asked;</item>
/// <item>too-short: an intent that only routes, where a model is sure of it ("printer mapping"); else none;</item>
/// <item>already-done and withdrawn: <c>already-done</c>; many-affected: <c>outage</c>; another-matter: no intent;</item>
/// <item>asks-only, and asks-how but of a threat: <c>how-to</c>, where a runbook would act;</item>
/// <item>inverted, reactivation, taken-back, provider-notice, asks-how-people-are-checked, several-requests: no intent if a runbook would act on it; one that only informs or routes stays;</item>
/// <item>other-system, private-thing where a device would be acted on: the intent stays, so that people see it, and no runbook may act;</item>
/// <item>title-contradicts-text, not-in-the-words: never sure enough to be automatic; the embedded classifier's answer not for a plan either, but where it is very sure and the ticket holds a word of it;</item>
/// <item>third-party: the intent stays and is marked; policy lets only delegates ask for others.</item>
/// </list>
/// </summary>
/// <param name="intents">The catalogue.</param>
/// <param name="access">What access can be asked to; null where nobody looks it up.</param>
public sealed class TraitRules(IntentCatalogue intents, AccessCatalogue? access = null)
{
    /// <summary>Most confidence of a doubted answer: below every threshold at which a plan runs without a person (0.7 is the lowest that policy allows).</summary>
    public const double DoubtedConfidence = 0.65;

    /// <summary>Most confidence of a doubted answer of the embedded classifier: too little for any plan (policy/confidence.yaml).</summary>
    public const double DoubtedEmbeddedConfidence = 0.55;

    /// <summary>From here on the embedded classifier's answer leads to an approval although the ticket holds its words only in part. 0.89, measured with <c>bench -- triage</c>.</summary>
    public const double SureEmbedded = 0.89;

    /// <summary>From here on two or three words are routed. 0.80: they hold nothing that could correct a guess.</summary>
    public const double SureOfFewWords = 0.80;

    /// <summary>Most confidence of an answer on which no runbook may act: below what any file can lower <c>considered</c> to.</summary>
    public const double WithheldConfidence = 0.39;

    /// <summary>Confidence of an intent that the text itself shows. Chosen high, because nothing but routing follows from it.</summary>
    public const double SeenConfidence = 0.95;

    private static readonly string[] Forbidding =
    [
        TicketTraits.AddressesTheMachine, TicketTraits.Machine, TicketTraits.ProviderNotice, TicketTraits.AlreadyDone, TicketTraits.SaidDone, TicketTraits.ManyAffected,
        TicketTraits.Withdrawn, TicketTraits.Reactivation, TicketTraits.Inverted, TicketTraits.SeveralRequests, TicketTraits.OtherSystem, TicketTraits.PrivateThing, TicketTraits.AsksHowPeopleAreChecked,
    ];

    /// <summary>The catalogue.</summary>
    public IntentCatalogue Intents => intents;

    /// <summary>The answer that the text itself gives, so that no model needs to be asked; null when one must be.</summary>
    public static TriageAnswer? WithoutModel(IReadOnlyList<string> traits)
    {
        if (traits.Contains(TicketTraits.AddressesTheMachine, StringComparer.Ordinal))
            return TriageAnswer.Abstain(AbstentionReasons.SeenInText);
        if (traits.Contains(TicketTraits.Machine, StringComparer.Ordinal))
            return new TriageAnswer(Has(traits, TicketTraits.SecurityAlert) ? IntentCatalogue.SecurityReport : IntentCatalogue.MonitoringAlert, SeenConfidence);
        return Has(traits, TicketTraits.WantsPerson) ? new TriageAnswer(IntentCatalogue.WantsPerson, SeenConfidence) : null;
    }

    /// <summary>What makes an intent doubtful whatever its confidence: the first of not-in-the-words and title-contradicts-text; null when neither does, or there is no intent.</summary>
    public static string? DoubtOf(TriageAnswer answer, IReadOnlyList<string> traits) =>
        answer.Intent is null ? null
        : traits.Contains(TicketTraits.NotInTheWords, StringComparer.Ordinal) ? TicketTraits.NotInTheWords
        : traits.Contains(TicketTraits.TitleContradictsText, StringComparer.Ordinal) ? TicketTraits.TitleContradictsText
        : null;

    /// <summary>True when a runbook may act on the answer's intent.</summary>
    public bool IsRemediable(TriageAnswer answer) => intents.Find(answer.Intent) is { IsRemediable: true };

    /// <summary>True when a runbook would change the account in the directory, but the password, lock or code is another system's or nobody can say whose.</summary>
    public bool IsOfAnotherSystem(TriageAnswer answer, string? system) =>
        system is not null and not SystemTable.Entra && intents.Find(answer.Intent) is { IsRemediable: true, IsOfDirectory: true };

    /// <summary>
    /// True when access is asked for in a system of the table that is not ours to give: the ticket lacks the words of such a request, or it asks
    /// for an application and names none of <c>policy/access.yaml</c>.
    /// </summary>
    public bool IsAccessElsewhere(TriageAnswer answer, string? system, IReadOnlyList<string> traits, string ticket)
    {
        if (system?.StartsWith(SystemTable.OtherPrefix, StringComparison.Ordinal) != true || intents.Find(answer.Intent) is not { IsRemediable: true } intent)
            return false;
        return (Has(traits, TicketTraits.NotInTheWords) && intent.Id.StartsWith("identity.", StringComparison.Ordinal))
            || (intent.Id == IntentCatalogue.AppAccess && access is not null && access.NamedIn(ticket, AccessKind.Application).Count == 0);
    }

    /// <summary>True when a runbook would act on a device of the company, and the ticket is about one of the writer's own; on an account, only where nothing of work is touched.</summary>
    public bool IsOfPrivateThing(TriageAnswer answer, IReadOnlyList<string> traits) =>
        Has(traits, TicketTraits.PrivateThing) && intents.Find(answer.Intent) is { IsRemediable: true } intent && (!intent.IsOfDirectory || Has(traits, TicketTraits.PrivateOnly));

    /// <summary>What is left of a model's answer.</summary>
    /// <param name="answer">What a model answered.</param>
    /// <param name="traits">What the ticket shows.</param>
    /// <param name="isLanguageModel">False for the embedded classifier, which is believed less.</param>
    public TriageAnswer Apply(TriageAnswer answer, IReadOnlyList<string> traits, bool isLanguageModel = true)
    {
        // Where only the model says that a program wrote it, its intent stays: nothing is done on it, and it goes to the right people.
        if (answer.Signs is not { IsMachine: true } && answer.Intent != IntentCatalogue.MonitoringAlert && WithoutModel(traits) is { } seen)
            return seen;
        if (Has(traits, TicketTraits.TooShort) && (IsRemediable(answer) || answer.Intent is null or IntentCatalogue.WantsPerson || answer.Confidence < SureOfFewWords))
            return TriageAnswer.Abstain(AbstentionReasons.TooShort);
        if (Has(traits, TicketTraits.AlreadyDone) && answer.Intent != IntentCatalogue.AlreadyDone)
            return new TriageAnswer(IntentCatalogue.AlreadyDone, SeenConfidence);
        if (Has(traits, TicketTraits.Withdrawn))
            return new TriageAnswer(IntentCatalogue.AlreadyDone, SeenConfidence);
        if (Has(traits, TicketTraits.ManyAffected))
            return new TriageAnswer(IntentCatalogue.Outage, SeenConfidence);
        // Whatever one of the requests is, the ticket as a whole belongs to nobody's group.
        if (Has(traits, TicketTraits.AnotherMatter) && answer.Intent is not (IntentCatalogue.AlreadyDone or IntentCatalogue.MonitoringAlert))
            return TriageAnswer.Abstain(AbstentionReasons.Ambiguous);
        if (!IsRemediable(answer))
            return answer;
        if (Has(traits, TicketTraits.SeveralRequests))
            return TriageAnswer.Abstain(AbstentionReasons.Ambiguous);

        if (Has(traits, TicketTraits.AsksOnly) || (Has(traits, TicketTraits.AsksHow) && !IntentCatalogue.Threats.Contains(answer.Intent, StringComparer.Ordinal)))
            return new TriageAnswer(IntentCatalogue.HowTo, Math.Min(answer.Confidence, DoubtedConfidence));
        if (Has(traits, TicketTraits.Inverted) || Has(traits, TicketTraits.Reactivation) || Has(traits, TicketTraits.TakenBack) || Has(traits, TicketTraits.ProviderNotice) || Has(traits, TicketTraits.AsksHowPeopleAreChecked))
            return TriageAnswer.Abstain(AbstentionReasons.SeenInText);
        if (Withheld(traits) is not null)
            return answer with { Confidence = Math.Min(answer.Confidence, WithheldConfidence) };
        return Has(traits, TicketTraits.TitleContradictsText) || Has(traits, TicketTraits.NotInTheWords)
            ? answer with { Confidence = Math.Min(answer.Confidence, isLanguageModel || (answer.Confidence >= SureEmbedded && !Has(traits, TicketTraits.NoneOfTheWords)) ? DoubtedConfidence : DoubtedEmbeddedConfidence) }
            : answer;
    }

    /// <summary>The trait because of which no runbook may act; null when none forbids it.</summary>
    public static string? Withheld(IReadOnlyList<string> traits) => Array.Find(Forbidding, trait => Has(traits, trait));

    private static bool Has(IReadOnlyList<string> traits, string trait) => traits.Contains(trait, StringComparer.Ordinal);
}
