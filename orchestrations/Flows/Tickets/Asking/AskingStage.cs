using System.Globalization;
using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Systems;
using HelpDesk.Orchestrations.Flows.Tickets.Answering;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Questions;
using HelpDesk.Orchestrations.Stages.Planning;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Stages.Understanding.Traits;

namespace HelpDesk.Orchestrations.Flows.Tickets.Asking;

/// <summary>The workflow's wait for an answer: ask, remind once, give up at the deadline. Meanwhile the ticket is watched as during an approval.</summary>
/// <param name="context">The workflow.</param>
/// <param name="cures">Ids of comments that are part of the request already; null when there are none.</param>
internal sealed class AskingStage(WorkflowContext context, IReadOnlyList<string>? cures)
{
    /// <summary>Why a person gets the ticket when no one answered.</summary>
    public const string NotAnswered = "The requester was asked and did not answer in time.";

    /// <summary>True when an answer of the requester might lead to a plan; whether policy lets it be asked is another matter.</summary>
    public static bool MayHelp(TriageTicket.Result triage, MakePlan.Result plan) =>
        plan.Question is not null || IsUnsure(triage.Facts) || plan is { NoPlan: not null, CanBeCured: true } || triage is { Abstained: not null and not (AbstentionReasons.SeenInText or AbstentionReasons.ContentFilter or AbstentionReasons.OutOfScope) }
        || triage.Facts is { Intent: null or IntentCatalogue.Unknown } or { Withheld: TicketTraits.OtherSystem, System: SystemTable.Unknown } or { Withheld: TicketTraits.SaidDone };

    /// <summary>True when the requester's own word would make sure of an intent that a model proposed: its words are not in the ticket, or triage is less sure than of any plan that an approver is asked about.</summary>
    public static bool IsUnsure(TriageFacts facts) =>
        facts is { IsAbstention: false, Withheld: null, IsAboutSomebodyElse: false } && (facts.Doubt == TicketTraits.NotInTheWords || facts.Confidence < TraitRules.DoubtedConfidence);

    /// <summary>True when an answer from knowledge might be all that is needed: no runbook acts, and nothing was done already.</summary>
    public static bool MayAnswer(TriageTicket.Result triage, MakePlan.Result plan, bool isContained) =>
        plan is { NoPlan: not null, Plan: null } && !isContained && triage.Abstained is (null or AbstentionReasons.OutOfScope or AbstentionReasons.Ambiguous or AbstentionReasons.TooShort);

    /// <summary>Asks, if a question helps, and waits until it is answered or over.</summary>
    /// <returns>What came of it; null when nothing was asked.</returns>
    public async Task<AskedEnd?> RunAsync(AskQuestion.Input input)
    {
        var made = await context.CallAsync(AskQuestion.Reference, input, RetryPolicy.Vendor);
        return made.Question is { } question ? await WaitAsync(input.CaseId, question) : null;
    }

    /// <summary>Answers from knowledge, if policy lets it and something answers the ticket, and waits until the requester says whether it helped.</summary>
    /// <returns>What came of it; null when no answer was given.</returns>
    public async Task<AskedEnd?> OfferAsync(OfferAnswer.Input input)
    {
        var made = await context.CallAsync(OfferAnswer.Reference, input, RetryPolicy.Vendor);
        if (made.Question is not { } question)
            return null;
        var end = await WaitAsync(input.CaseId, question);
        return end.IsHelped || end.NothingLeft ? end : end with { Why = $"{end.Why} Given from knowledge: {question.About}." };
    }

    private async Task<AskedEnd> WaitAsync(CaseId caseId, CaseQuestion question)
    {
        context.SetStatus("Waiting for an answer");
        (DateTimeOffset At, bool Reminds)[] milestones = question.RemindAt is { } remind ? [(remind, true), (question.ExpiresAt, false)] : [(question.ExpiresAt, false)];
        var waits = 0;
        foreach (var (at, reminds) in milestones)
        {
            while (true)
            {
                var isOver = context.UtcNow >= at;
                var next = string.Create(CultureInfo.InvariantCulture, $"answer-{question.Number}-{++waits}");
                var look = await context.CallAsync(PrepareQuestionWait.Reference, new PrepareQuestionWait.Input(caseId, question.Number, next, isOver), RetryPolicy.Vendor);
                if (look.State != QuestionState.Open)
                    return await EndAsync(caseId, question, QuestionState.Withdrawn, null);
                if (look.PersonWanted)
                    return await EndAsync(caseId, question, QuestionState.Withdrawn, "A person was asked for while an answer was waited for.");
                if (look.Stop is { } stop)
                    return await EndAsync(caseId, question, QuestionState.Withdrawn, stop) is { Ticket: null } ended ? ended with { NothingLeft = look.NothingLeft } : new AskedEnd(null, stop, look.NothingLeft);
                if (isOver)
                    break;
                await context.WaitForEventAsync<Unit>(next, at);
            }

            if (reminds)
                await context.CallAsync(RemindQuestion.Reference, new RemindQuestion.Input(caseId, question.Number), RetryPolicy.Vendor);
        }

        return await EndAsync(caseId, question, QuestionState.Unanswered, null);
    }

    private async Task<AskedEnd> EndAsync(CaseId caseId, CaseQuestion question, QuestionState otherwise, string? why)
    {
        var end = await context.CallAsync(EndQuestion.Reference, new EndQuestion.Input(caseId, question.Number, otherwise) { Cures = cures }, RetryPolicy.Vendor);
        if (why is not null)
            return new AskedEnd(null, why, false);
        return end.State switch
        {
            QuestionState.Answered => new AskedEnd(end.Ticket, end.Why, end.NothingLeft) { IsHelped = end.IsHelped },
            QuestionState.Unanswered => new AskedEnd(null, NotAnswered, false),
            _ => new AskedEnd(null, "The question did not reach the requester.", false),
        };
    }
}

/// <summary>What came of a question.</summary>
/// <param name="Ticket">The ticket with the answer, to be understood and planned again; null when there is none.</param>
/// <param name="Why">Why a person gets it; null when there is an answer.</param>
/// <param name="NothingLeft">True when the requester says that nothing is to be done any more.</param>
internal sealed record AskedEnd(ContextReference? Ticket, string? Why, bool NothingLeft)
{
    /// <summary>True when the requester says that the answer from knowledge solved it. Default false.</summary>
    public bool IsHelped { get; init; }
}
