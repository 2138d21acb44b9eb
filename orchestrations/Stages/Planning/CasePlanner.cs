using System.Net.Mail;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Access;
using HelpDesk.Orchestrations.Domain.Policy.Questions;
using HelpDesk.Orchestrations.Domain.Policy.Systems;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Stages.Planning.Conditions;
using HelpDesk.Orchestrations.Stages.Planning.Devices;

namespace HelpDesk.Orchestrations.Stages.Planning;

/// <summary>Makes and keeps the plan of a case: the intent's runbook, the person it is about, the targets that the directory knows.</summary>
public sealed class CasePlanner(RunbookLibrary library, SubjectResolver subjects, PlanBuilder builder, NamedAccess named, CaseContext contexts, PolicySet policy)
{
    private const int MaxLeftOut = 20;

    /// <summary>The answer of a case whose containment steps come first and were not looked for yet; null for every other. Nothing is read for it.</summary>
    public MakePlan.Result? FindContainment(MakePlan.Input input) =>
        input is { Contained: null, Triage.Withheld: null } && RunbookFor(input.Triage) is { } runbook
        && runbook.Steps.Where(step => step.Contain && policy.Containment.AtOnce.Contains(step.Do)).Select(step => step.Id).ToList() is { Count: > 0 } contain
            ? new MakePlan.Result(null, runbook.Id, 0, null, []) { Contain = contain }
            : null;

    /// <summary>The plan of what is left to be done, or why there is none.</summary>
    /// <exception cref="VendorException">The directory or the store cannot be read now.</exception>
    public async Task<(MakePlan.Result Result, Plan? Plan)> PlanAsync(MakePlan.Input input, CancellationToken cancellation)
    {
        if (RunbookFor(input.Triage) is not { } runbook)
            return (None(null, WhyNoRunbook(input.Triage)) with { CanBeCured = input.Triage is { IsAbstention: true, Withheld: null, IsAboutSomebodyElse: false } }, null);
        if (input.Triage.Withheld is { } trait)
            return (None(runbook.Id, WithheldReasons.Of(trait, input.Triage.System, policy.Systems)), null);

        var left = runbook.Steps.Where(step => input.Contained?.Contains(step.Id, StringComparer.Ordinal) != true).ToList();
        var (made, doubt, hint) = await BuildAsync(runbook, left, false, input.CaseId, input.Ticket, input.Requester, input.Triage, cancellation);
        if (made?.Plan is not { } plan)
            return (None(runbook.Id, doubt ?? made!.NoPlan, NotDone(made)) with { Question = made?.Question, CanBeCured = made is not null && runbook.Subject == SubjectRule.Requester && !input.Triage.IsAboutSomebodyElse }, null);
        var reference = await contexts.PutAsync(input.CaseId, "plan", plan, cancellation);
        return (new MakePlan.Result(PlanReference.To(plan, reference), runbook.Id, plan.Steps.Count, null, [.. NotDone(made)!.Take(MaxLeftOut)]) { Question = made.Question, Missing = Missing(made), AppHint = hint }, plan);
    }

    /// <summary>The plan of one containment step, or why there is none.</summary>
    /// <exception cref="VendorException">The directory or the store cannot be read now.</exception>
    public async Task<(PlanContainment.Result Result, Plan? Plan)> ContainAsync(PlanContainment.Input input, CancellationToken cancellation)
    {
        // A runbook may have been changed by a restart: what no longer contains is planned with the rest.
        if (RunbookFor(input.Triage) is not { } runbook || runbook.Steps.FirstOrDefault(step => step.Id == input.StepId) is not { Contain: true } step)
            return (new PlanContainment.Result(null, 0, "The runbook has no such containment step.", IsOptional: true), null);
        var (made, doubt, _) = await BuildAsync(runbook, [step], true, input.CaseId, input.Ticket, input.Requester, input.Triage, cancellation);
        if (made?.Plan is not { } plan)
            return (new PlanContainment.Result(null, 0, doubt ?? made!.NoPlan, step.IsOptional), null);
        var reference = await contexts.PutAsync(input.CaseId, PlanContainment.KindOf(step.Id), plan, cancellation);
        return (new PlanContainment.Result(PlanReference.To(plan, reference), plan.Steps.Count, null, step.IsOptional, step.On != StepTarget.Subject), plan);
    }

    private Runbook? RunbookFor(TriageFacts triage) => triage is { Intent: { } intent, IsAbstention: false } ? library.ForIntent(intent) : null;

    private static string WhyNoRunbook(TriageFacts triage) => triage is { Intent: not null, IsAbstention: false }
        ? "There is no automation for this kind of ticket."
        : "It is not certain what the ticket is about.";

    private async Task<(PlanResult? Made, string? Doubt, string? Hint)> BuildAsync(
        Runbook runbook, IReadOnlyList<RunbookStep> steps, bool isContainment, CaseId caseId, ContextReference ticketAt, ContextReference requesterAt, TriageFacts triage, CancellationToken cancellation)
    {
        var ticket = await contexts.GetAsync<TicketSnapshot>(ticketAt, cancellation);
        var requester = await contexts.GetAsync<RequesterSnapshot>(requesterAt, cancellation);
        var request = PlanRequests.Of(caseId, ticket, triage, named);
        var hint = request.AppHint;
        var (subject, doubt) = await subjects.ResolveAsync(runbook, steps, request, requester, cancellation);
        if (subject is null)
        {
            if (request.NamedAddresses.Count > 0 || runbook.Subject != SubjectRule.Delegate || !MayApply(runbook, request) || ticket.Answers.Any(answer => answer.Kind == QuestionKinds.WhoLeaves))
                return (null, doubt, hint);
            // Only who may ask for anyone at all is asked for whom: everybody else's answer would lead to a person as well.
            return await subjects.WhyForNobodyAsync(runbook, requester, cancellation) is { } nobody
                ? (null, nobody, hint)
                : (PlanResult.None(doubt!) with { Question = new PlanQuestion(QuestionKinds.WhoLeaves, []) }, doubt, hint);
        }

        var made = await builder.BuildAsync(runbook, steps, isContainment, request, requester.Person!, subject, cancellation);
        if (made is { Plan: null, Question: null, Missing.Count: > 0 } && AskedFor(runbook, made.Missing[0].Id) is { } kind && named.IsOpen(hint, request.AccessDoubt, kind))
            made = made with { Question = named.QuestionOf(ticket, kind) };
        return (made with { Plan = made.Plan is { } plan ? plan with { Opening = requester.Opening?.ForPlan() } : null }, null, hint);
    }

    // Nobody is asked who leaves where the ticket asks for nothing that the runbook does, such as a question about sharing files with guests.
    private static bool MayApply(Runbook runbook, PlanRequest request) =>
        request.AsksForGuestRemoval || runbook.Steps.Any(static step => !step.When.Contains(new TicketAsksForGuestRemoval().Name, StringComparer.Ordinal));

    // The kind of access that a step gives as the ticket names it; null for a step that gives none.
    private static AccessKind? AskedFor(Runbook runbook, string stepId) =>
        runbook.Steps.FirstOrDefault(step => step.Id == stepId)?.With.Values.Select(AccessReference.Parse).FirstOrDefault(reference => reference?.Entry == AccessReference.Requested) is { } requested
            ? requested.Property == AccessReference.Sku ? AccessKind.Licence : AccessKind.Application
            : null;

    // What is in the way is first in the list of what is not done.
    private static IReadOnlyList<LeftOutStep>? NotDone(PlanResult? made) => made is null ? null : [.. made.Missing, .. made.LeftOut];

    private static string? Missing(PlanResult made) => made.Missing.Count == 0 ? null : StepLabels.Shorten(string.Join(' ', made.Missing.Select(step => step.Reason).Distinct(StringComparer.Ordinal)));

    private static MakePlan.Result None(string? runbookId, string? reason, IReadOnlyList<LeftOutStep>? leftOut = null) =>
        new(null, runbookId, 0, reason, [.. (leftOut ?? []).Take(MaxLeftOut)]);
}
