using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Proofs;

namespace HelpDesk.Orchestrations.Stages.Conversation;

/// <summary>Writes what the requester of a case is told, with what was done for them, in this case or in the one that it joined.</summary>
public sealed class RequesterTexts(RequesterMessage message, DoneForRequester done, CaseStore caseStore, SelfServiceReset reset)
{
    /// <summary>The whole comment.</summary>
    public async Task<string> WriteAsync(CaseRecord record, NotifyRequester.Input input, CancellationToken cancellation)
    {
        var other = input.OtherCaseId is { } otherId ? await caseStore.FindAsync(otherId, cancellation) : null;
        var text = message.Write(input.CaseId, input.Kind, input.RunbookId, input.Intent, input.Language, await done.OfAsync(other ?? record, input.Language, cancellation), other?.Ticket.Number);
        return input.Kind == MessageKind.Waiting && await reset.IsForAsync(record.RequesterId, input.Intent, cancellation)
            ? $"{SelfServiceReset.Text.In(input.Language)} {SelfServiceReset.Page}\n\n{text}"
            : text;
    }
}
