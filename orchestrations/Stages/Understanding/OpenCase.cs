using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Understanding.Redaction;

namespace HelpDesk.Orchestrations.Stages.Understanding;

/// <summary>Reads the ticket from its own system (a webhook is only a hint), redacts it before anything else sees it, and opens the case.</summary>
public sealed class OpenCase(
    TicketSystems systems, TicketRedactor redactor, CaseContext contexts, ActivityResults results, CaseStore caseStore, IAuditLog audit)
    : KeptActivity<OpenCase.Input, OpenCase.Result>(results)
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Result> Reference = Named<OpenCase>("open-case");

    // A ticket system may answer a read a moment after it sent the webhook.
    private const int ReadsBeforeMissing = 4;

    /// <inheritdoc />
    protected override string CaseOf(Input input) => input.Ticket.CaseId;

    /// <inheritdoc />
    protected override Task OpenAsync(ActivityContext context, Input input) => caseStore.OpenAsync(input.Ticket, input.ReceivedAt, context.Cancellation);

    /// <inheritdoc />
    protected override Task<Result> MakeAsync(ActivityContext context, Input input) => ReadAsync(context, input);

    /// <inheritdoc />
    protected override async Task RecordAsync(ActivityContext context, Input input, Result opened)
    {
        var cancellation = context.Cancellation;
        await audit.AppendAsync(
            new AuditEvent(
                input.Ticket.CaseId, $"{context.IdempotencyKey}/received", AuditKinds.Received, "helpdesk",
                opened.Nothing is null ? "The ticket was read from its system." : $"Nothing to do: {opened.Nothing}",
                Facts(input, opened)),
            cancellation);
        if (opened.Nothing is { } nothing)
            await caseStore.UpdateAsync(input.Ticket.CaseId, record => record with { State = CaseState.Ignored, Path = CasePath.Nothing, Reason = nothing, Doing = null, ClosedAt = record.ClosedAt ?? record.UpdatedAt }, cancellation);
    }

    private async Task<Result> ReadAsync(ActivityContext context, Input input)
    {
        var ticket = await systems.Get(input.Ticket.System).ReadAsync(input.Ticket.ExternalId, context.Cancellation);
        if (ticket is null && context.Attempt < ReadsBeforeMissing)
            throw new VendorException(input.Ticket.System, "not-visible", "The ticket cannot be read yet; does the integration account see it?", isRetryable: true);
        if (ticket is null)
            return new Result(null, "The ticket does not exist, or the integration account may not see it.");
        if (ticket.OpenedByUs)
            return new Result(null, "The ticket was opened by this system itself.");
        if (ticket.State is TicketState.Resolved or TicketState.Closed)
            return new Result(null, "The ticket is resolved already.");

        var snapshot = redactor.Snapshot(ticket);
        var reference = await contexts.PutAsync(input.Ticket.CaseId, "ticket", snapshot, context.Cancellation);
        await caseStore.UpdateAsync(
            input.Ticket.CaseId,
            record => record with { Ticket = ticket.Reference, Title = snapshot.Title, TicketUrl = snapshot.Url, Doing = "Finding out who asks" },
            context.Cancellation);
        return new Result(reference, null);
    }

    private static Dictionary<string, string> Facts(Input input, Result opened)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["system"] = input.Ticket.System,
            ["ticket"] = input.Ticket.ExternalId,
            ["number"] = input.Ticket.Number,
        };
        if (opened.Ticket is { } snapshot)
            facts["snapshot"] = snapshot.Version;
        return facts;
    }

    /// <summary>What <see cref="OpenCase"/> takes.</summary>
    /// <param name="Ticket">Which ticket.</param>
    /// <param name="ReceivedAt">When the webhook was accepted, UTC.</param>
    public sealed record Input(TicketReference Ticket, DateTimeOffset ReceivedAt);

    /// <summary>A ticket as it was read at the start.</summary>
    /// <param name="Ticket">The redacted snapshot; null when there is nothing to do.</param>
    /// <param name="Nothing">Why there is nothing to do; null when there is.</param>
    public sealed record Result(ContextReference? Ticket, string? Nothing);
}
