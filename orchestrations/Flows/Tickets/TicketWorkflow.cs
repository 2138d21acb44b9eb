using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Flows.Steps;
using HelpDesk.Orchestrations.Flows.Tickets.Answering;
using HelpDesk.Orchestrations.Flows.Tickets.Asking;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Conversation;
using HelpDesk.Orchestrations.Stages.Outcomes;
using HelpDesk.Orchestrations.Stages.Planning;
using HelpDesk.Orchestrations.Stages.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;
using HelpDesk.Orchestrations.Stages.Understanding;

namespace HelpDesk.Orchestrations.Flows.Tickets;

/// <summary>
/// The way of a ticket from "created" to "verified fixed" or to a person: read, enrich, triage, plan, policy, approval,
/// remediation with read-back, outcome with read-back, close. Every ticket ends resolved and verified, or with a person who has a summary (P6).
/// </summary>
public sealed class TicketWorkflow : Workflow<TicketWorkflow.Input, TicketWorkflow.Result>
{
    /// <summary>How it is started; the instance id is the case id.</summary>
    public static readonly WorkflowReference<Input, Result> Reference = Named<TicketWorkflow>("ticket", static input => input.AskedBy);

    // Handing over must succeed in the end, however long the ticket system is away: there is nobody else to hand it to.
    private static readonly RetryPolicy UntilItWorks = new(1_000_000, TimeSpan.FromSeconds(1), MaxDelay: TimeSpan.FromMinutes(5));

    /// <inheritdoc />
    public override async Task<Result> RunAsync(WorkflowContext context, Input input)
    {
        // 1. Read the ticket from its own system. Without it there is nothing to hand over either, so this waits.
        context.SetStatus("Reading the ticket");
        var opened = await context.CallAsync(OpenCase.Reference, new OpenCase.Input(input.Ticket, input.ReceivedAt) { Cures = input.Cures }, UntilItWorks);
        if (opened.Ticket is not { } ticket)
            return new Result(CaseState.Ignored, CasePath.Nothing, opened.Nothing);

        var containment = new ContainmentStage(context);
        var result = await HandleAsync(context, input, ticket, opened.LeftTo, containment);
        // A lock may show later than the ticket is escalated; nobody waited for it, and its step is still to be closed.
        await containment.ReadBackAsync();
        return result;
    }

    private static async Task<Result> HandleAsync(WorkflowContext context, Input input, ContextReference ticket, string? leftTo, ContainmentStage containment)
    {
        var caseId = input.Ticket.CaseId;
        var known = new Known("en", null, null, [], []);
        try
        {
            // 2. Who asks: a verified match in the directory, or nobody.
            var enriched = await context.CallAsync(EnrichCase.Reference, new EnrichCase.Input(caseId, ticket), RetryPolicy.Vendor);
            known = known with { Language = enriched.Language ?? known.Language };

            // 3. and 4. What it is about, and what the runbook says is done about it; with one question to the requester where that helps.
            var understood = await UnderstandAsync(context, input, new Open(ticket, enriched, leftTo), containment, known);
            (known, ticket) = (understood.Known, understood.Ticket);
            if (understood.Over is { } ended)
                return ended;
            var (triage, plan) = (understood.Triage, understood.Plan!);
            var closing = new Closing(caseId, CasePath.Automatic, plan.Missing, plan.AppHint ?? triage.AppHint, containment.Plan, containment.Began ?? context.UtcNow);
            if (plan.Plan is not { } planned)
            {
                return containment is { Plan: null, Repeated: { } repeated } && await ClaimAsync(context, caseId, new ClaimComplaint.Input(repeated, containment.DoneBy), known) is { } together
                    ? together
                    : await FinishAsync(context, closing, containment, known);
            }

            // One complaint of one person is worked on once, and a fix that did not last is not repeated.
            if (await ClaimAsync(context, caseId, new ClaimComplaint.Input(planned), known) is { } over)
                return over;

            // 5. Whether that may be done, and who must agree.
            context.SetStatus("Policy");
            var decide = new DecidePolicy.Input(planned, triage);
            var verdict = await context.CallAsync(DecidePolicy.Reference, decide, RetryPolicy.Vendor);
            known = known with { Findings = verdict.Findings };
            if (verdict.Outcome == VerdictOutcome.Refuse)
                return await EscalateAsync(context, caseId, PathOf(verdict), verdict.Why, known);

            // 6. Approval of exactly this plan. Days may pass: policy is asked again afterwards.
            string? approvalId = null;
            if (verdict.Outcome == VerdictOutcome.NeedsApproval)
            {
                context.SetStatus("Waiting for approval");
                var gate = await context.CallAsync(RequestApproval.Reference, new RequestApproval.Input(planned, verdict, ticket), RetryPolicy.Vendor);
                await NotifyAsync(context, caseId, MessageKind.Waiting, known);
                var decision = await ApprovalStage.WaitAsync(context, caseId, gate);
                if (decision.State != ApprovalState.Approved)
                    return await EscalateAsync(context, caseId, decision.PersonWanted ? CasePath.Person : CasePath.Refused, WhyNotApproved(decision), known);
                approvalId = gate.ApprovalId;
                var again = await context.CallAsync(DecidePolicy.Reference, decide, RetryPolicy.Vendor);
                if (again.Outcome == VerdictOutcome.Refuse)
                    return await EscalateAsync(context, caseId, CasePath.Refused, again.Why, known with { Findings = again.Findings });
            }

            // 7. to 10. Step by step, each read back before the next, undone in reverse when one fails.
            var began = context.UtcNow;
            var end = await RemediationStage.RunAsync(context, planned, plan.StepCount, approvalId);
            if (!end.IsVerified)
                return await EscalateAsync(context, caseId, CasePath.Person, end.Why!, known);

            return await FinishAsync(context, closing with { Path = approvalId is null ? CasePath.Automatic : CasePath.Approval, Plan = planned, Began = containment.Began ?? began }, containment, known);
        }
        catch (StepFailedException fault)
        {
            return await EscalateAsync(context, caseId, CasePath.Person, $"The step '{fault.Step}' could not be done: {fault.Message}", known);
        }
    }

    // Null when the case goes on; else how it ended: with the open case that it joined, or with a person.
    private static async Task<Result?> ClaimAsync(WorkflowContext context, CaseId caseId, ClaimComplaint.Input input, Known known)
    {
        for (var waits = 0; ; waits++)
        {
            var claim = await context.CallAsync(ClaimComplaint.Reference, input, RetryPolicy.Vendor);
            if (claim.NotAgain is { } history)
                return await EscalateAsync(context, caseId, CasePath.Person, history, known);
            if (claim.WaitFor is not { } other)
                return null;
            await NotifyAsync(context, caseId, MessageKind.Joined, known, other);
            var joined = await JoinStage.UntilOverAsync(context, caseId, other, waits);
            if (joined.PersonWanted)
                return await EscalateAsync(context, caseId, CasePath.Person, "A person was asked for while another ticket of the same person was waited for.", known);
            if (joined.Stop is { } stop)
                return await EscalateAsync(context, caseId, CasePath.Person, stop, known);
            if (claim.IsSame && joined.State != CaseState.Resolved)
                return await EscalateAsync(context, caseId, CasePath.Person, joined.Why!, known);
            if (claim.IsSame)
                return await CloseAsync(context, caseId, MessageKind.Done, new ResolveCase.Input(caseId, joined.Path, other), known, other);
        }
    }

    // Read, asked and read again: an answer goes through the same triage and planning as the ticket.
    private static async Task<Understood> UnderstandAsync(WorkflowContext context, Input input, Open open, ContainmentStage containment, Known known)
    {
        var (caseId, ticket, enriched) = (input.Ticket.CaseId, open.Ticket, open.Enriched);
        var asking = new AskingStage(context, input.Cures);
        while (true)
        {
            // 3. What it is about: the model only proposes.
            context.SetStatus("Triage");
            var triage = await context.CallAsync(TriageTicket.Reference, new TriageTicket.Input(caseId, ticket), RetryPolicy.Vendor);
            known = known with { Language = triage.Language, Intent = triage.Facts.Intent, Traits = triage.Traits, System = triage.Facts.System };
            var understood = new Understood(known, ticket, triage.Facts, null);
            if (triage.Facts.Intent == IntentCatalogue.AlreadyDone && triage.Traits.Contains(TicketTraits.AlreadyDone, StringComparer.Ordinal))
                return understood with { Over = await CloseAsync(context, caseId, MessageKind.Thanks, new ResolveCase.Input(caseId, CasePath.Nothing), known) };
            if (!enriched.IsMatched)
                return understood with { Over = await EscalateAsync(context, caseId, CasePath.Person, open.LeftTo ?? enriched.NotMatched!, known) };

            // 4. What the runbook says is done about it: what contains the threat at once and by itself, then the plan of the rest.
            var toPlan = new MakePlan.Input(caseId, ticket, enriched.Requester, triage.Facts);
            if (open.LeftTo is { } left)
            {
                // A person has the ticket already: nothing is done, not even at once. They get the findings.
                var findings = await context.CallAsync(MakePlan.Reference, toPlan with { Contained = [] }, RetryPolicy.Vendor);
                return understood with { Over = await EscalateAsync(context, caseId, CasePath.Person, left, known with { RunbookId = findings.RunbookId }) };
            }

            var plan = await PlanAsync(context, toPlan, containment);
            known = known with { RunbookId = plan.RunbookId };
            understood = understood with { Known = known, Plan = plan };
            if (plan.NoPlan is null && !AskingStage.IsUnsure(triage.Facts) && (plan.Question is null || plan is { Missing: null, Plan: not null }))
                return understood;

            // What only needs an answer gets it from knowledge, where something answers it.
            if (AskingStage.MayAnswer(triage, plan, containment.Plan is not null)
                && await asking.OfferAsync(new OfferAnswer.Input(caseId, ticket, enriched.Requester, triage)) is { } offered)
            {
                return understood with
                {
                    Over = offered.IsHelped || offered.NothingLeft
                        ? await CloseAsync(context, caseId, MessageKind.Thanks, new ResolveCase.Input(caseId, offered.IsHelped ? CasePath.Knowledge : CasePath.Nothing), known)
                        : await EscalateAsync(context, caseId, CasePath.Person, $"{plan.NoPlan} {offered.Why}", known, plan.CanBeCured),
                };
            }

            // One question beats handing the ticket to a person; a ticket that no answer would help is not asked about.
            var asked = AskingStage.MayHelp(triage, plan) ? await asking.RunAsync(new AskQuestion.Input(caseId, ticket, enriched.Requester, triage, plan.RunbookId, plan.Question) { HasNoPlan = plan.NoPlan is not null }) : null;
            if (asked?.Ticket is { } answered)
            {
                ticket = answered;
                continue;
            }

            if (asked is { NothingLeft: true } && containment.Plan is null)
                return understood with { Over = await CloseAsync(context, caseId, MessageKind.Thanks, new ResolveCase.Input(caseId, CasePath.Nothing), known) };
            if (plan.NoPlan is null && asked?.Why is null or AskingStage.NotAnswered)
                return understood;
            var why = string.Join(' ', new[] { plan.NoPlan ?? plan.Missing, asked?.Why }.OfType<string>());
            return understood with { Over = await EscalateAsync(context, caseId, CasePath.Person, why, known, plan.CanBeCured) };
        }
    }

    private static async Task<MakePlan.Result> PlanAsync(WorkflowContext context, MakePlan.Input input, ContainmentStage containment)
    {
        var first = await context.CallAsync(MakePlan.Reference, input, RetryPolicy.Vendor);
        if (first.Contain.Count == 0)
            return first;
        // After an answer only what was not sent before it.
        var open = first.Contain.Except(containment.Sent, StringComparer.Ordinal).ToList();
        var sent = open.Count == 0 ? containment.Sent : await containment.SendAsync(
            [.. open.Select(step => new PlanContainment.Input(input.CaseId, input.Ticket, input.Requester, input.Triage, step))]);
        return await context.CallAsync(MakePlan.Reference, input with { Contained = sent }, RetryPolicy.Vendor);
    }

    private static async Task<Result> FinishAsync(WorkflowContext context, Closing closing, ContainmentStage containment, Known known)
    {
        // 11. What was done at once is read back, and what the runbook promises the person: the action alone solves nothing.
        var failed = await containment.ReadBackAsync();
        if (failed is not null || closing.Missing is not null)
            return await EscalateAsync(context, closing.CaseId, CasePath.Person, string.Join(' ', new[] { failed, closing.Missing }.OfType<string>()), known);
        var outcome = await OutcomeStage.RunAsync(context, closing.Plan!, closing.Began, closing.AppHint, () => NotifyAsync(context, closing.CaseId, MessageKind.Checking, known));
        if (!outcome.IsReached)
            return await EscalateAsync(context, closing.CaseId, CasePath.Person, outcome.Why!, known);

        // 12. Tell the requester, resolve the ticket, record the outcome.
        return await CloseAsync(context, closing.CaseId, MessageKind.Done, new ResolveCase.Input(closing.CaseId, closing.Path), known);
    }

    // Nobody said no to the requester: the ticket was not understood.
    private static CasePath PathOf(Verdict verdict) =>
        verdict.Findings.Where(finding => finding.Outcome == VerdictOutcome.Refuse).All(finding => finding.Rule == nameof(WhatTheTicketDoesNotSayIsNeverPutToApproval)) ? CasePath.Person : CasePath.Refused;

    private static string WhyNotApproved(ApprovalStatus decision) => decision switch
    {
        { IsChanged: true } => ApprovalLabels.Tampered,
        { Stop: { } stop } => stop,
        { PersonWanted: true } => "A person was asked for while the approval was waited for.",
        { State: ApprovalState.Denied } => "An approver denied the plan.",
        _ => "No one approved the plan in time, so it expired as denied.",
    };

    private static async Task<Result> CloseAsync(WorkflowContext context, CaseId caseId, MessageKind kind, ResolveCase.Input input, Known known, CaseId? otherCaseId = null)
    {
        context.SetStatus("Closing");
        await NotifyAsync(context, caseId, kind, known, otherCaseId);
        var resolved = await context.CallAsync(ResolveCase.Reference, input, UntilItWorks);
        // Who said within this moment that it does not work is heard too.
        return resolved.Contested is { } ticket && (await TicketChangedWorkflow.ReadAsync(context, new TicketChangedWorkflow.Input(ticket))).IsReopened
            ? new Result(CaseState.Escalated, CasePath.Person, "The requester came back while the ticket was being resolved.")
            : new Result(CaseState.Resolved, input.Path, null);
    }

    private static async Task<Result> EscalateAsync(WorkflowContext context, CaseId caseId, CasePath path, string why, Known known, bool isCurable = false)
    {
        context.SetStatus("Escalating to a person");
        // A program that filed a ticket is not answered.
        if (!known.Traits.Contains(TicketTraits.Machine, StringComparer.Ordinal) && !known.Traits.Contains(TicketTraits.ProviderNotice, StringComparer.Ordinal))
            await NotifyAsync(context, caseId, path == CasePath.Refused ? MessageKind.Refused : MessageKind.Escalated, known);
        await context.CallAsync(EscalateCase.Reference, new EscalateCase.Input(caseId, path, why, known.Intent, known.Findings, known.Traits, known.System) { IsCurable = isCurable }, UntilItWorks);
        return new Result(CaseState.Escalated, path, why);
    }

    private static async Task NotifyAsync(WorkflowContext context, CaseId caseId, MessageKind kind, Known known, CaseId? otherCaseId = null)
    {
        try
        {
            await context.CallAsync(NotifyRequester.Reference, new NotifyRequester.Input(caseId, kind, known.RunbookId, known.Intent, known.Language, otherCaseId), RetryPolicy.Vendor);
        }
        catch (StepFailedException)
        {
            // The ticket itself is still resolved or handed over; an unanswered requester sees its state. The failed call is in the history.
        }
    }

    // What a case is closed with. The plan is that of what was approved, or of a containment step when nothing else was to be done.
    private sealed record Closing(CaseId CaseId, CasePath Path, string? Missing, string? AppHint, PlanReference? Plan, DateTimeOffset Began);

    private sealed record Open(ContextReference Ticket, EnrichCase.Result Enriched, string? LeftTo);

    private sealed record Understood(Known Known, ContextReference Ticket, TriageFacts Triage, MakePlan.Result? Plan, Result? Over = null);

    private sealed record Known(string Language, string? Intent, string? RunbookId, IReadOnlyList<RuleFinding> Findings, IReadOnlyList<string> Traits, string? System = null);

    /// <summary>What <see cref="TicketWorkflow"/> takes: ids only.</summary>
    /// <param name="Ticket">Which ticket.</param>
    /// <param name="ReceivedAt">When its webhook was accepted, UTC.</param>
    /// <param name="AskedBy">The requester as the webhook says, for fair turns only; null when it does not say.</param>
    public sealed record Input(TicketReference Ticket, DateTimeOffset ReceivedAt, string? AskedBy = null)
    {
        /// <summary>When the case is planned again: ids of the comments that say what was missing. Null for a new case.</summary>
        public IReadOnlyList<string>? Cures { get; init; }
    }

    /// <summary>How a ticket's workflow ended.</summary>
    /// <param name="State">Resolved, escalated or ignored.</param>
    /// <param name="Path">Which way it took.</param>
    /// <param name="Why">Why it was not resolved; null when it was.</param>
    public sealed record Result(CaseState State, CasePath Path, string? Why);
}
