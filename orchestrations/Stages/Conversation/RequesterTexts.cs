using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Proofs;

namespace HelpDesk.Orchestrations.Stages.Conversation;

/// <summary>Writes what the requester of a case is told, with what was done for them, in this case or in the one that it joined.</summary>
public sealed class RequesterTexts(RequesterMessage message, DoneForRequester done, CaseStore caseStore, SelfServiceReset reset)
{
    // Not that there is none: one may exist that this person may not read.
    private static readonly LocalizedText NoArticle = LocalizedText.Of(
        "We did not find an article that answers this.",
        "Wir haben keinen Artikel gefunden, der das beantwortet.",
        "No hemos encontrado ningún artículo que responda a esto.",
        "Nous n'avons trouvé aucun article qui réponde à cela.");

    /// <summary>The whole comment.</summary>
    public async Task<string> WriteAsync(CaseRecord record, NotifyRequester.Input input, CancellationToken cancellation)
    {
        var other = input.OtherCaseId is { } otherId ? await caseStore.FindAsync(otherId, cancellation) : null;
        var text = message.Write(input.CaseId, input.Kind, input.RunbookId, input.Intent, input.Language, await done.OfAsync(other ?? record, input.Language, cancellation), other?.Ticket.Number);
        if (input.Kind == MessageKind.Escalated && record is { IsWithoutArticle: true, RunbookId: null })
            return $"{NoArticle.In(input.Language)}\n\n{text}";
        return input.Kind == MessageKind.Waiting && await reset.IsForAsync(record.RequesterId, input.Intent, cancellation)
            ? $"{SelfServiceReset.Text.In(input.Language)} {SelfServiceReset.Page}\n\n{text}"
            : text;
    }
}
