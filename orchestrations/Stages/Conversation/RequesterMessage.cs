using HelpDesk.Orchestrations.Domain.Policy.Routing;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Conversation;

/// <summary>
/// Writes what the requester reads: the runbook's own sentence, or the informing text of the intent, and always that a machine
/// wrote it and how to reach a person.
/// </summary>
public sealed class RequesterMessage(RunbookLibrary runbooks, RoutingTable routing, PersonLinks links)
{
    private static readonly LocalizedText PersonTakesOver = Text(
        "A person from the service desk takes over and will contact you. Everything known so far is in the ticket, so you need not repeat it.",
        "Ein Mensch vom Service Desk übernimmt und meldet sich bei Ihnen. Alles bisher Bekannte steht im Ticket, Sie müssen nichts wiederholen.",
        "Una persona de la mesa de servicio se encarga y se pondrá en contacto con usted. Todo lo que se sabe está en el ticket; no hace falta que lo repita.",
        "Une personne du centre de services prend le relais et vous contactera. Tout ce qui est connu figure dans le ticket ; inutile de le répéter.");

    private static readonly LocalizedText CameBack = Text(
        "You reopened the ticket, so the problem is not solved. A person from the service desk takes over.",
        "Sie haben das Ticket wieder geöffnet, es war also doch nicht gelöst. Ein Mensch sieht es sich jetzt an.",
        "Usted ha reabierto el ticket, así que no estaba resuelto. Una persona lo revisa ahora.",
        "Vous avez rouvert le ticket : il n'était donc pas résolu. Une personne l'examine maintenant.");

    private static readonly LocalizedText WrittenByMachine = Text(
        "This was written by an automated assistant (AI). To reach a person, answer \"human, please\" or open",
        "Das hat ein automatischer Assistent (KI) geschrieben. Wenn Sie mit einem Menschen sprechen möchten, antworten Sie „Mensch, bitte“ oder öffnen Sie",
        "Esto lo ha escrito un asistente automático (IA). Para hablar con una persona, responda «una persona, por favor» o abra",
        "Ce message a été écrit par un assistant automatique (IA). Pour joindre une personne, répondez « une personne, s'il vous plaît » ou ouvrez");

    /// <summary>The whole comment.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="kind">What is told.</param>
    /// <param name="runbookId">The runbook; null when there is none.</param>
    /// <param name="intent">The intent; null when it is not known.</param>
    /// <param name="language">Two-letter language; English where there is no text in it.</param>
    /// <param name="done">What was done to the requester's own account and devices, one sentence each.</param>
    public string Write(string caseId, MessageKind kind, string? runbookId, string? intent, string language, IReadOnlyList<string> done)
    {
        var tell = runbookId is null ? null : runbooks.Find(runbookId)?.Tell;
        var sentence = kind switch
        {
            MessageKind.Done => tell?.Done,
            MessageKind.Waiting => tell?.Waiting,
            MessageKind.Refused => tell?.Refused,
            MessageKind.Reopened => CameBack,
            _ => tell?.Escalated,
        } ?? PersonTakesOver;

        var informing = tell is null && kind == MessageKind.Escalated && routing.For(intent).Tell is { } route ? $"{route.In(language)}\n\n" : "";
        var doneLines = done.Count == 0 || kind is not (MessageKind.Done or MessageKind.Escalated) ? "" : $"\n\n{string.Join('\n', done.Select(line => $"- {line}"))}";
        return $"{informing}{sentence.In(language)}{doneLines}\n\n{WrittenByMachine.In(language)} {links.LinkFor(caseId)}";
    }

    private static LocalizedText Text(string en, string de, string es, string fr) =>
        new(new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = en, ["de"] = de, ["es"] = es, ["fr"] = fr });
}

/// <summary>What the requester is told.</summary>
public enum MessageKind
{
    /// <summary>An approver or a hand-over is waited for.</summary>
    Waiting,

    /// <summary>Everything was done and verified.</summary>
    Done,

    /// <summary>Policy or an approver said no.</summary>
    Refused,

    /// <summary>A person takes over.</summary>
    Escalated,

    /// <summary>The ticket came back after it had been resolved.</summary>
    Reopened,
}
