using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Questions;

namespace HelpDesk.Orchestrations.Flows.Tickets.Asking;

/// <summary>
/// Stores what the workflow is about to wait for, then reads the signed answer: the event that wakes a case is never believed. The
/// ticket itself is read again each time, in case the webhook of a reply was lost.
/// </summary>
public sealed class PrepareQuestionWait(QuestionStore questions, CaseSignal signal, PersonRequests people, TicketStops stops, CaseStore caseStore, TicketNews news)
    : Activity<PrepareQuestionWait.Input, PrepareQuestionWait.Result>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Result> Reference = Named<PrepareQuestionWait>("prepare-question-wait");

    /// <inheritdoc />
    public override async Task<Result> RunAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        await signal.RegisterWaitAsync(input.CaseId, input.NextEvent, cancellation);
        await ReadTicketAsync(input, cancellation);
        var asked = await questions.FindAsync(input.CaseId, input.Number, cancellation)
            ?? throw new InvalidOperationException($"There is no question {input.Number} of case '{input.CaseId}'.");
        var stop = await stops.FindAsync(input.CaseId, cancellation);
        return new Result(asked.State, await people.FindAsync(input.CaseId, cancellation) is not null, stop?.Why, stop?.Kind is TicketStopKind.Solved or TicketStopKind.Withdrawn);
    }

    private async Task ReadTicketAsync(Input input, CancellationToken cancellation)
    {
        if (await caseStore.FindAsync(input.CaseId, cancellation) is not { } record)
            return;
        try
        {
            await news.ReadAsync(record, cancellation);
        }
        catch (VendorException) when (!input.IsLast)
        {
            // An answer that was given elsewhere does not wait for a ticket system that is away; before a reminder and the end it is read for certain.
        }
    }

    /// <summary>What <see cref="PrepareQuestionWait"/> takes.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="Number">The question.</param>
    /// <param name="NextEvent">Name of the event for which the workflow waits next if nothing came.</param>
    /// <param name="IsLast">True before a reminder and before giving up: then the ticket must be read again first.</param>
    public sealed record Input(CaseId CaseId, int Number, string NextEvent, bool IsLast);

    /// <summary>What <see cref="PrepareQuestionWait"/> gives.</summary>
    /// <param name="State">The state of the question.</param>
    /// <param name="PersonWanted">True when a person was asked for.</param>
    /// <param name="Stop">What became of the ticket meanwhile; null when it may go on.</param>
    /// <param name="NothingLeft">True when the requester says that it works, or took the request back.</param>
    public sealed record Result(QuestionState State, bool PersonWanted, string? Stop, bool NothingLeft);
}
