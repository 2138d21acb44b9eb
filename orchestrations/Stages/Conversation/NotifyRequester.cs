using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Conversation;

/// <summary>Writes a comment that the requester sees, once.</summary>
public sealed class NotifyRequester(TicketSystems systems, RequesterMessage message, DoneForRequester done, CaseStore caseStore, IAuditLog audit) : Activity<NotifyRequester.Input, Unit>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Unit> Reference = Named<NotifyRequester>("notify-requester");

    /// <inheritdoc />
    public override async Task<Unit> RunAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        var record = await caseStore.FindAsync(input.CaseId, cancellation) ?? throw new InvalidOperationException($"Case '{input.CaseId}' was never opened.");
        var other = input.OtherCaseId is { } otherId ? await caseStore.FindAsync(otherId, cancellation) : null;
        var text = message.Write(input.CaseId, input.Kind, input.RunbookId, input.Intent, input.Language, await done.OfAsync(other ?? record, input.Language, cancellation), other?.Ticket.Number);
        await systems.Get(record.Ticket.System).CommentAsync(record.Ticket.ExternalId, text, context.IdempotencyKey, cancellation);
        await audit.AppendAsync(
            new AuditEvent(
                input.CaseId, $"{context.IdempotencyKey}/told", AuditKinds.Told, "helpdesk", "The requester was notified of the status, that a machine wrote it and how to reach a person.",
                new Dictionary<string, string>(StringComparer.Ordinal) { ["message"] = input.Kind.ToString(), ["language"] = input.Language }),
            cancellation);
        return Unit.Value;
    }

    /// <summary>What <see cref="NotifyRequester"/> takes.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="Kind">What is told.</param>
    /// <param name="RunbookId">The runbook; null when there is none.</param>
    /// <param name="Intent">The intent; null when it is not known.</param>
    /// <param name="Language">Two-letter language.</param>
    /// <param name="OtherCaseId">The case that this ticket joined, whose steps are told; null when it joined none.</param>
    public sealed record Input(string CaseId, MessageKind Kind, string? RunbookId, string? Intent, string Language, string? OtherCaseId = null);
}
