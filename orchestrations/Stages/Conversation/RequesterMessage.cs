using HelpDesk.Orchestrations.Domain.Policy.Routing;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Proofs;
using HelpDesk.Orchestrations.Stages.Conversation.Questions;

namespace HelpDesk.Orchestrations.Stages.Conversation;

/// <summary>
/// Writes what the requester reads: what was done and read back in the steps' own sentences, the runbook's advice or the informing text of the
/// intent, and always that a machine wrote it and how to reach a person.
/// </summary>
public sealed class RequesterMessage(RunbookLibrary runbooks, RoutingTable routing, PersonLinks links, ProofLinks proofs, FeedbackTexts feedback)
{
    private static readonly LocalizedText PersonTakesOver = Text(
        "A person from the service desk takes over and will contact you. Everything known so far is in the ticket, so you don't need to repeat it.",
        "Eine Person aus dem Service Desk übernimmt und meldet sich bei Ihnen. Alle bisherigen Angaben stehen im Ticket; Sie müssen nichts wiederholen.",
        "Una persona del servicio de asistencia se encargará y se pondrá en contacto con usted. Toda la información está en el ticket; no hace falta que la repita.",
        "Une personne du centre de services prend le relais et vous contactera. Toutes les informations figurent dans le ticket ; inutile de les répéter.");

    private static readonly LocalizedText WasDone = Text("This was done:", "Das wurde erledigt:", "Esto es lo que se ha hecho:", "Voici ce qui a été fait :");

    private static readonly LocalizedText StillChecking = Text(
        "We're checking whether this has solved the problem, and this ticket stays open until then. If it's still there, reply to this message.",
        "Wir prüfen, ob das Problem damit gelöst ist; so lange bleibt das Ticket offen. Wenn es weiter besteht, antworten Sie auf diese Nachricht.",
        "Estamos comprobando si esto ha resuelto el problema; el ticket sigue abierto mientras tanto. Si el problema continúa, responda a este mensaje.",
        "Nous vérifions si cela a résolu le problème ; le ticket reste ouvert d'ici là. S'il persiste, répondez à ce message.");

    private static readonly LocalizedText JoinedWith = Text(
        "You already have an open ticket about this. Both are handled and closed together, so you don't need to do anything here. The other ticket:",
        "Dazu haben Sie schon ein offenes Ticket. Beide werden zusammen bearbeitet und geschlossen; hier müssen Sie nichts tun. Das andere Ticket:",
        "Ya tiene un ticket abierto sobre esto. Ambos se tratan y se cierran juntos; aquí no tiene que hacer nada. El otro ticket:",
        "Vous avez déjà un ticket ouvert à ce sujet. Les deux sont traités et fermés ensemble ; vous n'avez rien à faire ici. L'autre ticket :");

    private static readonly LocalizedText ThankYou = Text(
        "Thank you for letting us know. As nothing more is to be done, this ticket is closed. Reply to this message if you still need help.",
        "Vielen Dank für die Rückmeldung. Da nichts mehr zu tun ist, wird das Ticket geschlossen. Antworten Sie auf diese Nachricht, wenn Sie doch noch Hilfe brauchen.",
        "Gracias por avisarnos. Como no queda nada por hacer, el ticket se cierra. Responda a este mensaje si todavía necesita ayuda.",
        "Merci de nous avoir prévenus. Comme il n'y a plus rien à faire, ce ticket est fermé. Répondez à ce message si vous avez encore besoin d'aide.");

    private static readonly LocalizedText OwnPage = Text(
        "To collect it yourself, open your own page once the request is approved and enter the one-time code that your manager gives you:",
        "Sobald die Anfrage genehmigt ist, können Sie den Pass selbst abholen: Öffnen Sie Ihre eigene Seite und geben Sie den Einmalcode ein, den Sie von Ihrer Führungskraft bekommen:",
        "Cuando se apruebe la solicitud, puede recogerlo usted: abra su propia página e introduzca el código de un solo uso que le dé su responsable:",
        "Une fois la demande approuvée, vous pouvez le récupérer vous-même : ouvrez votre page personnelle et saisissez le code à usage unique que votre responsable vous donne :");

    private static readonly LocalizedText WrittenByMachine = Text(
        "This was written by an automated assistant (AI). To reach a person, reply \"human, please\" or open",
        "Diese Nachricht stammt von einem automatischen Assistenten (KI). Wenn Sie mit einem Menschen sprechen möchten, antworten Sie „Mensch, bitte“ oder öffnen Sie",
        "Este mensaje lo ha escrito un asistente automático (IA). Para hablar con una persona, responda «una persona, por favor» o abra",
        "Ce message a été rédigé par un assistant automatique (IA). Pour joindre une personne, répondez « une personne, s'il vous plaît » ou ouvrez");

    private static readonly LocalizedText WasNotYou = Text(
        "Didn't you ask for this? Reply \"this was not me\" or open",
        "Sie haben das nicht angefordert? Antworten Sie „das war ich nicht“ oder öffnen Sie",
        "¿No lo ha pedido usted? Responda «no he sido yo» o abra",
        "Vous n'avez rien demandé ? Répondez « ce n'est pas moi » ou ouvrez");

    /// <summary>The whole comment.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="kind">What is told.</param>
    /// <param name="runbookId">The runbook; null when there is none.</param>
    /// <param name="intent">The intent; null when it is not known.</param>
    /// <param name="language">Two-letter language; English where there is no text in it.</param>
    /// <param name="done">What was done to the requester's own account and devices, one sentence each.</param>
    /// <param name="other">Number of the ticket that this one joined; null when it joined none.</param>
    public string Write(CaseId caseId, MessageKind kind, string? runbookId, string? intent, string language, IReadOnlyList<string> done, string? other = null)
    {
        var runbook = runbookId is null ? null : runbooks.Find(runbookId);
        var tell = runbook?.Tell;
        var sentence = kind switch
        {
            MessageKind.Done => tell?.Done,
            MessageKind.Waiting => tell?.Waiting,
            MessageKind.Checking => StillChecking,
            MessageKind.Refused => tell?.Refused,
            // Not that the ticket is open again: its system may refuse that, and then the case says so.
            MessageKind.Reopened => null,
            MessageKind.Joined => JoinedWith,
            MessageKind.Thanks => ThankYou,
            _ => tell?.Escalated,
        } ?? PersonTakesOver;

        var informing = tell is null && kind == MessageKind.Escalated && routing.For(intent).Tell is { } route ? $"{route.In(language)}\n\n" : "";
        // What was done comes first, so that the runbook's sentence is advice and claims nothing itself.
        var saysDone = done.Count > 0 && kind is (MessageKind.Checking or MessageKind.Done or MessageKind.Escalated);
        var doneLines = saysDone ? $"{WasDone.In(language)}\n\n{string.Join('\n', done.Select(line => $"- {line}"))}\n\n" : "";
        // The link proves nothing by itself, so it may stand where others read it.
        var ownPage = kind == MessageKind.Waiting && runbook is not null && proofs.IsFor(runbook.Steps.Select(step => step.Do)) ? $"\n\n{OwnPage.In(language)} {proofs.LinkFor(caseId)}" : "";
        return $"{informing}{doneLines}{sentence.In(language)}{(kind == MessageKind.Joined && other is not null ? $" {other}" : "")}{ownPage}\n\n{(kind == MessageKind.Done ? feedback.Line(caseId, language) : "")}{Footer(caseId, language)}";
    }

    /// <summary>What ends every message: that a machine wrote it, how to reach a person, and "this was not me".</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="language">Two-letter language; English where there is no text in it.</param>
    public string Footer(CaseId caseId, string language) =>
        $"{WrittenByMachine.In(language)} {links.LinkFor(caseId)}\n{WasNotYou.In(language)} {links.NotMeLinkFor(caseId)}";

    private static LocalizedText Text(string en, string de, string es, string fr) =>
        new(new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = en, ["de"] = de, ["es"] = es, ["fr"] = fr });
}

/// <summary>What the requester is told.</summary>
public enum MessageKind
{
    /// <summary>An approver or a hand-over is waited for.</summary>
    Waiting,

    /// <summary>Everything was done and read back; whether it helped is being checked.</summary>
    Checking,

    /// <summary>Everything was done and verified.</summary>
    Done,

    /// <summary>Policy or an approver said no.</summary>
    Refused,

    /// <summary>The ticket is handled together with an open one of the same person.</summary>
    Joined,

    /// <summary>The ticket itself says that nothing is to be done any more.</summary>
    Thanks,

    /// <summary>A person takes over.</summary>
    Escalated,

    /// <summary>The ticket came back after it had been resolved.</summary>
    Reopened,
}
