using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Conversation;

/// <summary>Writes what the requester of a case is told, with what was done for them.</summary>
public sealed class RequesterTexts(RequesterMessage message, DoneForRequester done)
{
    /// <summary>The whole comment.</summary>
    public async Task<string> WriteAsync(CaseRecord record, NotifyRequester.Input input, CancellationToken cancellation) =>
        message.Write(input.CaseId, input.Kind, input.RunbookId, input.Intent, input.Language, await done.OfAsync(record, input.Language, cancellation));
}
