using System.Globalization;
using HelpDesk.Orchestrations.Domain.Policy.Questions;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Ledger.Questions;
using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Flows.Tickets.Asking;

/// <summary>
/// Ends a question: with the answer that was signed, or without one. With one, the ticket is read again, so that it is understood and planned
/// together with the answer; what was read is signed, as at the start.
/// </summary>
public sealed class EndQuestion(QuestionEnds questions, AnsweredTicket answered, KnowledgeLineage lineage, ConversationRecorder recorder, CaseStore caseStore, SignedResults results)
    : SignedActivity<EndQuestion.Input, EndQuestion.Result>(results)
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Result> Reference = Named<EndQuestion>("end-question");

    /// <inheritdoc />
    protected override SignedActivityKey KeyOf(ActivityContext context, Input input) => new(input.CaseId, context.IdempotencyKey, EntryKey(context), AuditKinds.Received);

    // The end of the question itself is signed; only a ticket that was read again is something that more follows from.
    /// <inheritdoc />
    protected override AuditEvent? EntryOf(ActivityContext context, Input input, Result result) => result.Ticket is not { } ticket ? null : new(
        input.CaseId, EntryKey(context), AuditKinds.Received, "helpdesk", "The ticket was read again together with the requester's answer.",
        new Dictionary<string, string>(StringComparer.Ordinal) { ["question"] = input.Number.ToString(CultureInfo.InvariantCulture), [SignedPlan.SnapshotFact] = ticket.Version });

    /// <inheritdoc />
    protected override async Task<Result> MakeAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        var asked = await questions.EndAsync(input.CaseId, input.Number, input.Otherwise, cancellation);
        if (asked.End is not { State: QuestionState.Answered } end)
            return new Result(asked.State, null, null);
        if (end.OptionId == QuestionOption.None)
            return new Result(asked.State, null, "The requester says that nothing of what was offered fits.");
        if (asked.Question is { Kind: QuestionKinds.DidItHelp, Answer: { } reference })
        {
            var isSolved = end.OptionId == "yes";
            await lineage.JudgedAsync(input.CaseId, reference, isSolved, cancellation);
            return new Result(asked.State, null, isSolved ? null : "The answer from knowledge did not solve it.") { IsHelped = isSolved };
        }

        if (asked.Question.Kind == QuestionKinds.StillHappening && end.OptionId == "no")
            return new Result(asked.State, null, null) { NothingLeft = true };
        return await answered.ReadAsync(input, cancellation) is (var ticket, var why) && ticket is not null ? new Result(asked.State, ticket, null) : new Result(asked.State, null, why);
    }

    /// <inheritdoc />
    protected override async Task RecordAsync(ActivityContext context, Input input, Result result)
    {
        var cancellation = context.Cancellation;
        var asked = await questions.FindAsync(input.CaseId, input.Number, cancellation);
        await recorder.HeardAsync(asked, context.IdempotencyKey, cancellation);
        await caseStore.UpdateAsync(
            input.CaseId,
            before => before.OpenQuestion is null ? before : before with
            {
                State = CaseState.Working,
                Doing = asked.State == QuestionState.Answered ? "Planning with the requester's answer" : "Looking for the right person",
                OpenQuestion = null,
                WaitingFor = null,
                Snapshot = result.Ticket ?? before.Snapshot,
                QuestionsAnswered = before.QuestionsAnswered + (asked.State == QuestionState.Answered ? 1 : 0),
                Asked = [.. before.Asked.SkipLast(1), .. before.Asked.TakeLast(1).Select(line => $"{line} {Answer(asked)}")],
            },
            cancellation);
    }

    private static string EntryKey(ActivityContext context) => $"{context.IdempotencyKey}/received";

    private static string Answer(AskedQuestion asked) => asked switch
    {
        { AnswerText: { } text } => $"Answer: \"{text}\".",
        { State: QuestionState.Unanswered } => "No answer.",
        _ => "Not answered before it no longer mattered.",
    };

    /// <summary>What <see cref="EndQuestion"/> takes.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="Number">The question.</param>
    /// <param name="Otherwise">How it ends when it was not answered.</param>
    public sealed record Input(CaseId CaseId, int Number, QuestionState Otherwise)
    {
        /// <summary>Ids of comments that were part of the request before. Null when there are none.</summary>
        public IReadOnlyList<string>? Cures { get; init; }
    }

    /// <summary>How it ended.</summary>
    /// <param name="State">How.</param>
    /// <param name="Ticket">The ticket with the answer; null when nothing can be planned with it.</param>
    /// <param name="Why">Why a person gets it, when it was answered all the same; null otherwise.</param>
    public sealed record Result(QuestionState State, ContextReference? Ticket, string? Why)
    {
        /// <summary>True when the requester says that the answer from knowledge solved it. Default false.</summary>
        public bool IsHelped { get; init; }

        /// <summary>True when the answer says that nothing is to be done any more. Default false.</summary>
        public bool NothingLeft { get; init; }
    }
}
