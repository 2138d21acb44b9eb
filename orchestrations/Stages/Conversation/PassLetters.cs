using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Proofs;

namespace HelpDesk.Orchestrations.Stages.Conversation;

/// <summary>
/// Writes to the person and to their manager, outside the ticket, when a pass was asked for, when it may be collected and when it was shown: each with
/// the link "this was not me". Whoever has the ticket, or the person's session, cannot hold these back.
/// </summary>
public sealed class PassLetters(CaseStore caseStore, IDirectory directory, PersonLinks links, ProofLinks proofs) : INoticeSource
{
    private static readonly TimeSpan Useful = TimeSpan.FromDays(1);

    private static readonly LocalizedText Subject = LocalizedText.Of("Access to the account of {0} (ticket {1})", "Zugang zum Konto von {0} (Ticket {1})", "Acceso a la cuenta de {0} (ticket {1})", "Accès au compte de {0} (ticket {1})");

    private static readonly LocalizedText Asked = LocalizedText.Of(
        "A temporary pass was requested for the account of {0} in ticket {1}. Nothing was given yet.",
        "Im Ticket {1} wurde ein befristeter Zugriffspass für das Konto von {0} angefordert. Es wurde noch nichts herausgegeben.",
        "En el ticket {1} se ha pedido un pase temporal para la cuenta de {0}. Todavía no se ha dado nada.",
        "Le ticket {1} demande un passe temporaire pour le compte de {0}. Rien n'a encore été remis.");

    private static readonly LocalizedText Approved = LocalizedText.Of(
        "The temporary pass for the account of {0} (ticket {1}) was approved and can be collected now, after the person proves who they are.",
        "Der befristete Zugriffspass für das Konto von {0} (Ticket {1}) wurde genehmigt und kann jetzt abgeholt werden, sobald die Person sich ausgewiesen hat.",
        "Se ha aprobado el pase temporal para la cuenta de {0} (ticket {1}); se puede recoger cuando la persona demuestre quién es.",
        "Le passe temporaire pour le compte de {0} (ticket {1}) a été approuvé ; il peut être récupéré dès que la personne a prouvé son identité.");

    private static readonly LocalizedText Collected = LocalizedText.Of(
        "A temporary pass for the account of {0} (ticket {1}) was shown just now.",
        "Soeben wurde ein befristeter Zugriffspass für das Konto von {0} (Ticket {1}) angezeigt.",
        "Se acaba de mostrar un pase temporal para la cuenta de {0} (ticket {1}).",
        "Un passe temporaire pour le compte de {0} (ticket {1}) vient d'être affiché.");

    private static readonly LocalizedText NotYou = LocalizedText.Of(
        "If {0} did not ask for this, stop it here:", "Wenn {0} das nicht angefordert hat, stoppen Sie es hier:", "Si {0} no lo ha pedido, deténgalo aquí:", "Si {0} n'a rien demandé, arrêtez-le ici :");

    private static readonly LocalizedText Never = LocalizedText.Of(
        "No one from IT will ever ask you for a code, a password or a pass.", "Niemand aus der IT fragt Sie je nach einem Code, einem Kennwort oder einem Pass.",
        "Nadie de informática le pedirá nunca un código, una contraseña ni un pase.", "Personne du service informatique ne vous demandera jamais de code, de mot de passe ni de passe.");

    private static readonly LocalizedText OwnPage = LocalizedText.Of("Your own page:", "Ihre eigene Seite:", "Su propia página:", "Votre page personnelle :");

    /// <inheritdoc />
    public bool Builds(NoticeKind kind) => NoticeKinds.IsLetter(kind);

    /// <inheritdoc />
    public async Task<Notice?> BuildAsync(NoticeReference notice, CancellationToken cancellation)
    {
        if (await caseStore.FindAsync(notice.CaseId, cancellation) is not { RequesterId: { } id } record || await directory.GetPersonAsync(id, cancellation) is not { } person)
            return null;
        var sentence = notice.Kind switch { NoticeKind.PassRequested => Asked, NoticeKind.PassApproved => Approved, _ => Collected };
        var letters = new List<NoticeLetter> { Letter(person, person, record, sentence, notice.Kind == NoticeKind.PassApproved) };
        if (await directory.GetManagerAsync(id, cancellation) is { } manager)
            letters.Add(Letter(manager, person, record, sentence, withPage: false));
        return new Notice(notice.Kind, $"Pass for ticket {record.Ticket.Number}", [], "the person and their manager", links.NotMeLinkFor(record.CaseId), record.OpenedAt + Useful) { Letters = letters };
    }

    private NoticeLetter Letter(Person to, Person about, CaseRecord record, LocalizedText sentence, bool withPage)
    {
        var (language, name) = (to.Language, DisplayText.Of(about.DisplayName, about.UserPrincipalName));
        var page = withPage ? $"{OwnPage.In(language)} {proofs.LinkFor(record.CaseId)}\n\n" : "";
        return new NoticeLetter(to.Id, Filled(Subject), $"{Filled(sentence)}\n\n{page}{Filled(NotYou)}\n{links.NotMeLinkFor(record.CaseId)}\n\n{Never.In(language)}");

        // Names may hold braces, so nothing is formatted twice.
        string Filled(LocalizedText text) => string.Join(name, text.In(language).Split("{0}").Select(part => string.Join(record.Ticket.Number, part.Split("{1}"))));
    }
}
