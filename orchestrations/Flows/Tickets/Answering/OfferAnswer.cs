using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Questions;
using HelpDesk.Orchestrations.Stages.Understanding;

namespace HelpDesk.Orchestrations.Flows.Tickets.Answering;

/// <summary>
/// Answers a ticket from knowledge and asks whether that solved it, where policy lets it and something answers it. Gives no question otherwise:
/// then the ticket takes its way as without it.
/// </summary>
public sealed class OfferAnswer(AnswerChoice choice, CaseAnswers answers, AnswerDelivery delivery, ActivityResults results, CaseStore caseStore, CaseContext contexts)
    : KeptActivity<OfferAnswer.Input, OfferAnswer.Result>(results)
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Result> Reference = Named<OfferAnswer>("offer-answer");

    /// <inheritdoc />
    protected override CaseId CaseOf(Input input) => input.CaseId;

    /// <inheritdoc />
    protected override async Task<Result> MakeAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        var record = await caseStore.FindAsync(input.CaseId, cancellation) ?? throw new InvalidOperationException($"There is no case '{input.CaseId}'.");
        var requester = await contexts.GetAsync<RequesterSnapshot>(input.Requester, cancellation);
        if (await choice.ReaderAsync(record, input.Said, requester, cancellation) is not { } reader)
            return new Result(null);
        var language = input.Said.Abstained is null ? input.Said.Language : requester.Person!.Language ?? input.Said.Language;
        var ticket = await contexts.GetAsync<TicketSnapshot>(input.Ticket, cancellation);
        var found = await answers.FindAsync(input.CaseId, ticket, language, reader, cancellation);
        return found.Answer is { } answer
            ? new Result(delivery.Question(record, language, answer.Reference, answer.Answer.About))
            : new Result(null) { IsNothingFound = found.IsNothingFound };
    }

    /// <inheritdoc />
    protected override async Task RecordAsync(ActivityContext context, Input input, Result result)
    {
        await caseStore.UpdateAsync(input.CaseId, before => before.IsWithoutArticle == result.IsNothingFound ? before : before with { IsWithoutArticle = result.IsNothingFound }, context.Cancellation);
        if (result.Question is { } question)
            await delivery.GiveAsync(question, await contexts.GetAsync<RequesterSnapshot>(input.Requester, context.Cancellation), context.IdempotencyKey, context.Cancellation);
    }

    /// <summary>What <see cref="OfferAnswer"/> takes.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="Ticket">The ticket as it was read.</param>
    /// <param name="Requester">Who asks.</param>
    /// <param name="Said">What triage said.</param>
    public sealed record Input(CaseId CaseId, ContextReference Ticket, ContextReference Requester, TriageTicket.Result Said);

    /// <summary>What <see cref="OfferAnswer"/> gives.</summary>
    /// <param name="Question">The question whether the answer helped; null when none was given.</param>
    public sealed record Result(CaseQuestion? Question)
    {
        /// <summary>True when all sources were searched and no article answers it. Default false: it was not looked for, or not everywhere.</summary>
        public bool IsNothingFound { get; init; }
    }
}
