using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Questions;
using HelpDesk.Orchestrations.Stages.Planning;
using HelpDesk.Orchestrations.Stages.Understanding;

namespace HelpDesk.Orchestrations.Flows.Tickets.Asking;

/// <summary>
/// Asks the requester the one question whose answer could lead to a plan, where policy lets it: kept and signed first, then written into the
/// ticket and every channel. Gives no question where none helps; then a person gets the ticket as without it.
/// </summary>
public sealed class AskQuestion(QuestionChoice choice, QuestionDelivery delivery, ActivityResults results, CaseStore caseStore, PolicySet policy, TimeProvider time)
    : KeptActivity<AskQuestion.Input, AskQuestion.Result>(results)
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Result> Reference = Named<AskQuestion>("ask-question");

    /// <inheritdoc />
    protected override CaseId CaseOf(Input input) => input.CaseId;

    /// <inheritdoc />
    protected override async Task<Result> MakeAsync(ActivityContext context, Input input)
    {
        var record = await caseStore.FindAsync(input.CaseId, context.Cancellation) ?? throw new InvalidOperationException($"There is no case '{input.CaseId}'.");
        if (await choice.OfAsync(record, input, context.Cancellation) is not { } chosen)
            return new Result(null);
        var (now, rules, isPressing) = (time.GetUtcNow(), policy.Questions, input.Said.Tone is { IsPressing: true });
        return new Result(new CaseQuestion(
            input.CaseId, record.QuestionsAsked + 1, chosen.Kind, chosen.Language, chosen.Options, now,
            // Who cannot wait is not reminded: a person gets the ticket as soon as a reminder would have gone out.
            rules.RemindAfter > TimeSpan.Zero && !isPressing ? rules.Calendar.After(now, rules.RemindAfter) : null,
            rules.Calendar.After(now, isPressing && rules.RemindAfter > TimeSpan.Zero && rules.RemindAfter < rules.AnswerWithin ? rules.RemindAfter : rules.AnswerWithin)));
    }

    /// <inheritdoc />
    protected override async Task RecordAsync(ActivityContext context, Input input, Result result)
    {
        if (result.Question is { } question)
            await delivery.AskAsync(question, context.IdempotencyKey, context.Cancellation);
    }

    /// <summary>What <see cref="AskQuestion"/> takes.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="Ticket">The ticket as it was read.</param>
    /// <param name="Requester">Who asks.</param>
    /// <param name="Said">What triage said.</param>
    /// <param name="RunbookId">The runbook; null when there is none.</param>
    /// <param name="Question">What planning would ask; null when nothing.</param>
    public sealed record Input(CaseId CaseId, ContextReference Ticket, ContextReference Requester, TriageTicket.Result Said, string? RunbookId, PlanQuestion? Question)
    {
        /// <summary>True when the runbook has nothing to do for this ticket, or cannot be planned. Default false.</summary>
        public bool HasNoPlan { get; init; }
    }

    /// <summary>What <see cref="AskQuestion"/> gives.</summary>
    /// <param name="Question">The question that was asked; null when none was.</param>
    public sealed record Result(CaseQuestion? Question);
}
