using System.Globalization;
using System.Text;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Questions;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Questions;

namespace HelpDesk.Orchestrations.Stages.Conversation.Questions;

/// <summary>Questions as a requester reads them: one sentence, numbered options, how to answer and until when.</summary>
public sealed class QuestionTexts(PersonLinks links, RequesterMessage message, PolicySet policy)
{
    private static readonly Dictionary<string, LocalizedText> Sentences = new(StringComparer.Ordinal)
    {
        [QuestionKinds.WhichDevice] = LocalizedText.Of("Which device is this about?", "Um welches Gerät geht es?", "¿De qué dispositivo se trata?", "De quel appareil s'agit-il ?"),
        [QuestionKinds.WhichAccess] = LocalizedText.Of("What do you need access to?", "Worauf brauchen Sie Zugriff?", "¿A qué necesita acceso?", "À quoi avez-vous besoin d'accéder ?"),
        [QuestionKinds.WhatProblem] = LocalizedText.Of(
            "What can we help you with? Choose one, or describe it in a sentence.",
            "Wobei können wir helfen? Wählen Sie etwas aus oder beschreiben Sie es in einem Satz.",
            "¿En qué podemos ayudarle? Elija una opción o descríbalo en una frase.",
            "Comment pouvons-nous vous aider ? Choisissez une réponse ou décrivez le problème en une phrase."),
        [QuestionKinds.WhichSystem] = LocalizedText.Of(
            "Which account is this about?", "Um welches Konto geht es?", "¿De qué cuenta se trata?", "De quel compte s'agit-il ?"),
        [QuestionKinds.WhoLeaves] = LocalizedText.Of(
            "Who is leaving, and on which day? Please give the person's work email address.",
            "Wer verlässt das Unternehmen, und an welchem Tag? Bitte nennen Sie die dienstliche E-Mail-Adresse der Person.",
            "¿Quién deja la empresa y qué día? Indique la dirección de correo de trabajo de esa persona.",
            "Qui quitte l'entreprise, et quel jour ? Indiquez l'adresse e-mail professionnelle de cette personne."),
        [QuestionKinds.StillHappening] = LocalizedText.Of("Do you still have the problem?", "Besteht das Problem noch?", "¿Sigue teniendo el problema?", "Avez-vous toujours le problème ?"),
        [QuestionKinds.DidItHelp] = LocalizedText.Of("Did this solve it?", "Ist Ihr Anliegen damit gelöst?", "¿Se ha resuelto con esto?", "Est-ce que cela a résolu votre demande ?"),
        [QuestionKinds.GoneForGood] = LocalizedText.Of(
            "Is the computer gone for good? If so, the security team is asked to wipe it: everything on it is deleted.",
            "Ist der Computer endgültig weg? Dann wird das Sicherheitsteam gebeten, ihn zu löschen: Alles darauf geht verloren.",
            "¿Ha perdido el ordenador definitivamente? En ese caso se pide al equipo de seguridad que lo borre: se elimina todo su contenido.",
            "L'ordinateur est-il définitivement perdu ? Si oui, l'équipe de sécurité est priée de l'effacer : tout son contenu sera supprimé."),
    };

    private const string SolvedWords = "ja si oui solved worked helped geholfen gelöst funktioniert resuelto funciona résolu marche";
    private const string NotSolvedWords = "nein non person mensch";

    private static readonly LocalizedText Solved = LocalizedText.Of("Yes, it is solved", "Ja, es ist gelöst", "Sí, está resuelto", "Oui, c'est résolu");
    private static readonly LocalizedText NotSolved = LocalizedText.Of("No, I need a person", "Nein, ich brauche eine Person", "No, necesito a una persona", "Non, j'ai besoin d'une personne");

    private static readonly LocalizedText None = LocalizedText.Of("None of these", "Nichts davon", "Ninguno de estos", "Aucun de ceux-ci");

    private static readonly LocalizedText ByNumber = LocalizedText.Of(
        "Reply with the number, or choose it here:", "Antworten Sie mit der Nummer oder wählen Sie hier:", "Responda con el número o elíjalo aquí:", "Répondez avec le numéro ou choisissez ici :");

    private static readonly LocalizedText ByWords = LocalizedText.Of("Reply to this message, or answer here:", "Antworten Sie auf diese Nachricht oder hier:", "Responda a este mensaje o aquí:", "Répondez à ce message ou ici :");

    private static readonly LocalizedText Until = LocalizedText.Of(
        "Without an answer by {0}, a person from the service desk takes over.",
        "Ohne Antwort bis {0} übernimmt eine Person aus dem Service Desk.",
        "Si no hay respuesta antes del {0}, se encargará una persona del servicio de asistencia.",
        "Sans réponse avant le {0}, une personne du centre de services prend le relais.");

    private static readonly LocalizedText Reminding = LocalizedText.Of(
        "We still need your answer to go on.", "Wir brauchen noch Ihre Antwort, um weiterzumachen.", "Aún necesitamos su respuesta para continuar.", "Nous avons encore besoin de votre réponse pour continuer.");

    private static readonly LocalizedText OfApprover = LocalizedText.Of(
        "The person who decides about your request asks:", "Die Person, die über Ihre Anfrage entscheidet, fragt:", "La persona que decide sobre su solicitud pregunta:", "La personne qui décide de votre demande vous pose une question :");

    /// <summary>The sentence of a question.</summary>
    public static string Sentence(CaseQuestion question, string language) => question.Words is { } words ? $"{OfApprover.In(language)} {words}" : Sentences[question.Kind].In(language);

    /// <summary>The options of "did this solve it?".</summary>
    public static IReadOnlyList<QuestionOption> HelpedOptions(string language) => [new("yes", Solved.In(language), SolvedWords), new("no", NotSolved.In(language), NotSolvedWords)];

    /// <summary>"None of these", as an option says it.</summary>
    public static string NoneOf(string language) => None.In(language);

    /// <summary>The whole message.</summary>
    /// <param name="question">The question.</param>
    /// <param name="isReminder">True when it was asked before.</param>
    /// <param name="answer">The answer from knowledge that it is asked about; null = none.</param>
    public string Write(CaseQuestion question, bool isReminder, string? answer = null)
    {
        var language = question.Language;
        var text = new StringBuilder();
        if (isReminder)
            text.Append(Reminding.In(language)).Append("\n\n");
        if (answer is not null)
            text.Append(answer).Append("\n\n");
        text.Append(Sentence(question, language)).Append("\n\n");
        var number = 0;
        foreach (var option in question.Options)
            text.Append(CultureInfo.InvariantCulture, $"{(option.Id == QuestionOption.None ? 0 : ++number)}. {option.Text}\n");
        if (question.Options.Count > 0)
            text.Append('\n');
        text.Append((question.Options.Count > 0 ? ByNumber : ByWords).In(language)).Append(' ').Append(links.MyLinkFor(question.CaseId)).Append('\n');
        // An approver decides with or without the answer.
        if (!question.IsOfApprover)
            text.Append(Until.In(language).Replace("{0}", Moment(question.ExpiresAt, language), StringComparison.Ordinal));
        return text.Append("\n\n").Append(message.Footer(question.CaseId, language)).ToString();
    }

    /// <summary>A moment as people of the organisation read it, in the zone of its working time.</summary>
    public string Moment(DateTimeOffset at, string language)
    {
        var zone = policy.Questions.Calendar.Zone;
        var culture = CultureInfo.GetCultureInfo(language is "de" or "es" or "fr" ? language : "en-GB");
        return $"{TimeZoneInfo.ConvertTime(at, zone).ToString("ddd d MMM, HH:mm", culture)} ({(zone.Equals(TimeZoneInfo.Utc) || zone.BaseUtcOffset == TimeSpan.Zero && !zone.SupportsDaylightSavingTime ? "UTC" : zone.Id)})";
    }
}
