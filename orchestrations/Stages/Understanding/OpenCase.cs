using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Channels;
using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Stages.Understanding;

/// <summary>Reads the ticket from its own system (a webhook is only a hint), redacts it before anything else sees it, and opens the case. What was read is signed: a plan counts only when it was made of that.</summary>
public sealed class OpenCase(
    TicketReader tickets, ChannelOpenings openings, SignedResults results, CaseStore caseStore, TicketStops stops)
    : SignedActivity<OpenCase.Input, OpenCase.Result>(results)
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Result> Reference = Named<OpenCase>("open-case");

    // A ticket system may answer a read a moment after it sent the webhook.
    private const int ReadsBeforeMissing = 4;

    /// <inheritdoc />
    protected override SignedActivityKey KeyOf(ActivityContext context, Input input) => new(input.Ticket.CaseId, context.IdempotencyKey, EntryKey(context), AuditKinds.Received);

    /// <inheritdoc />
    protected override Task OpenAsync(ActivityContext context, Input input) => caseStore.OpenAsync(input.Ticket, input.ReceivedAt, context.Cancellation);

    /// <inheritdoc />
    protected override Task<Result> MakeAsync(ActivityContext context, Input input) => ReadAsync(context, input);

    /// <inheritdoc />
    protected override AuditEvent EntryOf(ActivityContext context, Input input, Result result) => new(
        input.Ticket.CaseId, EntryKey(context), AuditKinds.Received, "helpdesk",
        result.Nothing is null ? "The ticket was read from its system." : $"Nothing to do: {result.Nothing}",
        Facts(input, result));

    /// <inheritdoc />
    protected override async Task RecordAsync(ActivityContext context, Input input, Result result)
    {
        var cancellation = context.Cancellation;
        // The agent's own ticket is neither assigned again nor answered.
        if (result is { LeftTo: { } why, LeftBecause: { } kind })
            await stops.RequestAsync(input.Ticket.CaseId, kind, why, cancellation);
        if (result.Nothing is { } nothing)
            await caseStore.UpdateAsync(input.Ticket.CaseId, record => record with { State = CaseState.Ignored, Path = CasePath.Nothing, Reason = nothing, Doing = null, ClosedAt = record.ClosedAt ?? record.UpdatedAt }, cancellation);
    }

    private static string EntryKey(ActivityContext context) => $"{context.IdempotencyKey}/received";

    private async Task<Result> ReadAsync(ActivityContext context, Input input)
    {
        var ticket = await tickets.ReadAsync(input.Ticket, context.Cancellation);
        if (ticket is null && context.Attempt < ReadsBeforeMissing)
            throw new VendorException(input.Ticket.System, "not-visible", "The ticket cannot be read yet; does the integration account see it?", isRetryable: true);
        if (ticket is null)
            return new Result(null, "The ticket does not exist, or the integration account may not see it.");
        if (ticket.OpenedByUs)
        {
            if (await openings.OfAsync(ticket, context.Cancellation) is not { } opening)
                return new Result(null, "The ticket was opened by this system itself.");
            ticket = ticket with { Opening = opening };
        }

        var isOver = ticket.State is TicketState.Resolved or TicketState.Closed;
        if (isOver && input.Cures is null)
            return new Result(null, "The ticket is resolved already.");

        var (snapshot, reference) = await tickets.KeepAsync(input.Ticket.CaseId, ticket, context.Cancellation, input.Cures);
        await caseStore.UpdateAsync(
            input.Ticket.CaseId,
            record => record with { Ticket = ticket.Reference, Title = snapshot.Title, TicketUrl = snapshot.Url, Snapshot = reference, Doing = "Finding out who asks" },
            context.Cancellation);
        return ticket switch
        {
            _ when isOver => new Result(reference, null, "Resolved by a person: the ticket was resolved or closed before it was planned again.", TicketStopKind.Resolved),
            // An agent who has it goes on with it; what cannot be heard is for a person too.
            { AssignedTo: { } who } => new Result(reference, null, $"The ticket was assigned to {DisplayText.Of(who, "a person")} before it was read, so it is left to them.", TicketStopKind.Assigned),
            { CommentsHidden: { } hidden } => new Result(reference, null, $"What the requester writes cannot be read. {hidden}", TicketStopKind.Unheard),
            _ => new Result(reference, null),
        };
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
            facts[SignedPlan.SnapshotFact] = snapshot.Version;
        return facts;
    }

    /// <summary>What <see cref="OpenCase"/> takes.</summary>
    /// <param name="Ticket">Which ticket.</param>
    /// <param name="ReceivedAt">When the webhook was accepted, UTC.</param>
    public sealed record Input(TicketReference Ticket, DateTimeOffset ReceivedAt)
    {
        /// <summary>When the case is planned again: ids of the comments that say what was missing. Null for a new case.</summary>
        public IReadOnlyList<string>? Cures { get; init; }
    }

    /// <summary>A ticket as it was read at the start.</summary>
    /// <param name="Ticket">The redacted snapshot; null when there is nothing to do.</param>
    /// <param name="Nothing">Why there is nothing to do; null when there is.</param>
    /// <param name="LeftTo">Why a person has it from the start, with what is found about it; null when the automation goes on.</param>
    /// <param name="LeftBecause">The same as a kind; null when the automation goes on.</param>
    public sealed record Result(ContextReference? Ticket, string? Nothing, string? LeftTo = null, TicketStopKind? LeftBecause = null);
}
