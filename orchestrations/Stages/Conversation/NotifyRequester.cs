using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Conversation;

/// <summary>Writes a comment that the requester sees, once.</summary>
public sealed class NotifyRequester(TicketSystems systems, RequesterMessage message, DoneForRequester done, CaseStore caseStore, IAuditLog audit) : Activity<NotifyRequesterInput, Unit>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<NotifyRequesterInput, Unit> Reference = Named<NotifyRequester>("notify-requester");

    /// <inheritdoc />
    public override async Task<Unit> RunAsync(ActivityContext context, NotifyRequesterInput input)
    {
        var cancellation = context.Cancellation;
        var record = await caseStore.FindAsync(input.CaseId, cancellation) ?? throw new InvalidOperationException($"Case '{input.CaseId}' was never opened.");
        var text = message.Write(input.CaseId, input.Kind, input.RunbookId, input.Intent, input.Language, await done.OfAsync(record, input.Language, cancellation));
        await systems.Get(record.Ticket.System).CommentAsync(record.Ticket.ExternalId, text, context.IdempotencyKey, cancellation);
        await audit.AppendAsync(
            new AuditEvent(
                input.CaseId, $"{context.IdempotencyKey}/told", AuditKinds.Told, "helpdesk", "The requester was told how it stands, that a machine wrote it and how to reach a person.",
                new Dictionary<string, string>(StringComparer.Ordinal) { ["message"] = input.Kind.ToString(), ["language"] = input.Language }),
            cancellation);
        return Unit.Value;
    }
}
