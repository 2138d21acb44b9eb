using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Conversation;

/// <summary>
/// Tells the person and their manager, in a comment on the ticket, what was done after "this was not me", and leaves the security case with
/// the security team. Says only what was read back.
/// </summary>
public sealed class TellNotMe(TicketSystems systems, IDirectory directory, CaseStore caseStore, IAuditLog audit, TimeProvider time) : Activity<TellNotMe.Input, Unit>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Unit> Reference = Named<TellNotMe>("tell-not-me");

    private static readonly LocalizedText Opening = LocalizedText.Of(
        "You reported that you didn't ask for this. The request was stopped, and the security team has it.",
        "Sie haben uns gesagt, dass Sie das nicht angefordert haben. Die Anfrage wurde gestoppt; das Sicherheitsteam kümmert sich darum.",
        "Nos ha dicho que usted no lo ha pedido. La solicitud se ha detenido y está en manos del equipo de seguridad.",
        "Vous nous avez dit que cette demande n'est pas la vôtre. Elle a été arrêtée et l'équipe de sécurité s'en occupe.");

    private static readonly LocalizedText SignedOut = LocalizedText.Of(
        "Your account was signed out everywhere.", "Ihr Konto wurde überall abgemeldet.", "Se ha cerrado la sesión de su cuenta en todas partes.", "Votre compte a été déconnecté partout.");

    private static readonly LocalizedText PassDeleted = LocalizedText.Of(
        "The temporary pass was deleted.", "Der befristete Zugangspass wurde gelöscht.", "El pase temporal se ha eliminado.", "Le passe temporaire a été supprimé.");

    private static readonly LocalizedText AccessTaken = LocalizedText.Of(
        "The access that was given was removed again.", "Der vergebene Zugriff wurde wieder entfernt.", "El acceso concedido se ha retirado.", "L'accès accordé a été retiré.");

    private static readonly LocalizedText ForManager = LocalizedText.Of(
        "{0}: please talk to {1} in person. Someone may be using their name.",
        "{0}: Bitte sprechen Sie persönlich mit {1}. Möglicherweise verwendet jemand den Namen.",
        "{0}: hable en persona con {1}. Es posible que alguien esté usando su nombre.",
        "{0} : parlez en personne à {1}. Quelqu'un utilise peut-être son nom.");

    /// <inheritdoc />
    public override async Task<Unit> RunAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        var origin = await caseStore.FindAsync(input.OriginId, cancellation) ?? throw new InvalidOperationException($"There is no case '{input.OriginId}'.");
        var person = input.SubjectId is { } id ? await directory.GetPersonAsync(id, cancellation) : null;
        var manager = person is null ? null : await directory.GetManagerAsync(person.Id, cancellation);
        await systems.Get(origin.Ticket.System).CommentAsync(origin.Ticket.ExternalId, Text(input, person, manager), context.IdempotencyKey, cancellation);
        await audit.AppendAsync(
            new AuditEvent(
                input.CaseId, $"{context.IdempotencyKey}/told", AuditKinds.Told, "helpdesk", "The person and their manager were notified of what was done.",
                new Dictionary<string, string>(StringComparer.Ordinal) { ["manager"] = manager?.Id ?? "none", ["signed-out"] = Word(input.IsSignedOut), ["pass-deleted"] = Word(input.IsPassDeleted), ["access-removed"] = Word(input.IsAccessTaken) }),
            cancellation);
        await caseStore.UpdateAsync(
            input.CaseId,
            record => record with { State = CaseState.Escalated, Reason = input.Rest, Doing = null, WaitingFor = null, ClosedAt = record.ClosedAt ?? time.GetUtcNow() }, cancellation);
        return Unit.Value;
    }

    private static string Text(Input input, Person? person, Person? manager)
    {
        var language = person?.Language;
        var lines = new List<string> { Opening.In(language) };
        if (input.IsSignedOut)
            lines.Add($"- {SignedOut.In(language)}");
        if (input.IsPassDeleted)
            lines.Add($"- {PassDeleted.In(language)}");
        if (input.IsAccessTaken)
            lines.Add($"- {AccessTaken.In(language)}");
        // Names may hold braces, so nothing is formatted twice.
        if (person is not null && manager is not null)
            lines.Add("\n" + string.Join(DisplayText.Of(manager.DisplayName, manager.Id), ForManager.In(manager.Language).Split("{0}").Select(part => string.Join(DisplayText.Of(person.DisplayName, person.Id), part.Split("{1}")))));
        return string.Join('\n', lines);
    }

    private static string Word(bool done) => done ? "yes" : "no";

    /// <summary>What <see cref="TellNotMe"/> takes.</summary>
    /// <param name="CaseId">The security case.</param>
    /// <param name="OriginId">The case of which the person said that it was not them.</param>
    /// <param name="SubjectId">Whose account it is; null when unknown.</param>
    /// <param name="IsSignedOut">True when the sign-out was read back.</param>
    /// <param name="IsPassDeleted">True when a pass was deleted.</param>
    /// <param name="IsAccessTaken">True when everything that was given was read back as gone, and there was something.</param>
    /// <param name="Rest">What is left for the security team, in plain words.</param>
    public sealed record Input(CaseId CaseId, CaseId OriginId, PersonId? SubjectId, bool IsSignedOut, bool IsPassDeleted, bool IsAccessTaken, string Rest);
}
