using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Conversation.Channels;

namespace HelpDesk.Orchestrations.Stages.Conversation;

/// <summary>
/// Writes a comment that the requester sees, once, and says what is so: told only when the ticket shows it. Where it does not, the text goes
/// to the service desk as a note; where that does not show either, nobody can hear the requester, and the case goes to a person.
/// </summary>
public sealed class NotifyRequester(RequesterTexts texts, ConversationService conversation, CaseStore caseStore, TicketStops stops, IAuditLog audit) : Activity<NotifyRequester.Input, NotifyRequester.Result>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Result> Reference = Named<NotifyRequester>("notify-requester");

    /// <inheritdoc />
    public override async Task<Result> RunAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        var record = await caseStore.FindAsync(input.CaseId, cancellation) ?? throw new InvalidOperationException($"Case '{input.CaseId}' was never opened.");
        // A person has the ticket: what the automation would say is theirs to say.
        if (await stops.FindAsync(input.CaseId, cancellation) is { IsWithPerson: true })
            return new Result(false);

        var text = await texts.WriteAsync(record, input, cancellation);
        var written = await conversation.TellAsync(record, new ConversationSaying(text, context.IdempotencyKey) { AsksFeedback = input.Kind == MessageKind.Done }, cancellation);
        if (written.IsUnheard)
            await stops.RequestAsync(input.CaseId, TicketStopKind.Unheard, $"The ticket system does not show us our own comment, so what the requester writes would not be heard. {written.Problem}", cancellation);
        await audit.AppendAsync(Entry(context, input, written.Problem), cancellation);
        if (written.Undelivered.Count > 0)
            await caseStore.UpdateAsync(input.CaseId, before => before with { Undelivered = [.. before.Undelivered.Union(written.Undelivered, StringComparer.Ordinal)] }, cancellation);
        if (written.Problem is { } problem)
            await caseStore.UpdateAsync(input.CaseId, before => before.With($"The requester was not notified: {problem}"), cancellation);
        return new Result(written.Problem is null);
    }

    private static AuditEvent Entry(ActivityContext context, Input input, string? problem) => new(
        input.CaseId, $"{context.IdempotencyKey}/told", problem is null ? AuditKinds.Told : AuditKinds.NotTold, "helpdesk",
        problem is null ? "The requester was notified of the status, that a machine wrote it and how to reach a person." : Shorten($"The requester was not notified: {problem}"),
        new Dictionary<string, string>(StringComparer.Ordinal) { ["message"] = input.Kind.ToString(), ["language"] = input.Language });

    private static string Shorten(string text) => text.Length <= 500 ? text : $"{text[..499]}…";

    /// <summary>Whether the requester knows.</summary>
    /// <param name="IsTold">True when the ticket shows the comment.</param>
    public sealed record Result(bool IsTold);

    /// <summary>What <see cref="NotifyRequester"/> takes.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="Kind">What is told.</param>
    /// <param name="RunbookId">The runbook; null when there is none.</param>
    /// <param name="Intent">The intent; null when it is not known.</param>
    /// <param name="Language">Two-letter language.</param>
    /// <param name="OtherCaseId">The case that this ticket joined, whose steps are told; null when it joined none.</param>
    public sealed record Input(CaseId CaseId, MessageKind Kind, string? RunbookId, string? Intent, string Language, CaseId? OtherCaseId = null);
}
