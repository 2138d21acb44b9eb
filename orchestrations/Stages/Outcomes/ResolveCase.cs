using System.Globalization;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Questions;

namespace HelpDesk.Orchestrations.Stages.Outcomes;

/// <summary>Resolves the ticket with notes on what was done and read back, and records the outcome.</summary>
public sealed class ResolveCase(TicketResolution resolution, CaseStore caseStore, OutcomeLog outcomes, FeedbackStore feedback, IAuditLog audit, TimeProvider time) : Activity<ResolveCase.Input, ResolveCase.Result>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Result> Reference = Named<ResolveCase>("resolve-case");

    /// <inheritdoc />
    public override async Task<Result> RunAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        var record = await caseStore.FindAsync(input.CaseId, cancellation) ?? throw new InvalidOperationException($"Case '{input.CaseId}' was never opened.");
        var ticket = await resolution.ResolveAsync(record, input, context, cancellation);
        await audit.AppendAsync(
            new AuditEvent(
                input.CaseId, $"{context.IdempotencyKey}/resolved", AuditKinds.Resolved, "helpdesk", SummaryOf(input),
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["path"] = input.Path.ToString(),
                    ["steps"] = record.Steps.Count(step => step.State != CaseStepState.Skipped).ToString(CultureInfo.InvariantCulture),
                }),
            cancellation);
        // Before the case shows as resolved, so that whoever sees it can say whether it helped. Nobody is asked whether nothing helped, or twice.
        if (input.Path is not (CasePath.Nothing or CasePath.Knowledge))
            await feedback.OpenAsync(input.CaseId, cancellation);
        var closed = await caseStore.UpdateAsync(
            input.CaseId,
            before => before with
            {
                State = CaseState.Resolved,
                Path = input.Path,
                // Nothing was done where nothing was to be done: no figure may count it as a fix.
                Verified = input.Path is not (CasePath.Nothing or CasePath.Knowledge),
                Doing = null,
                WaitingFor = null,
                OpenApprovalId = null,
                OpenHandOverId = null,
                OpenQuestion = null,
                ClosedAt = before.ClosedAt ?? time.GetUtcNow(),
                ResolvedVersion = ticket.Version,
            },
            cancellation);
        await outcomes.RecordAsync(closed, cancellation);
        return new Result(await resolution.IsContestedAsync(input.CaseId, cancellation) ? record.Ticket : null);
    }

    private static string SummaryOf(Input input) => input switch
    {
        { Path: CasePath.Nothing } => "The ticket was closed: it says itself that nothing is to be done any more.",
        { Path: CasePath.Knowledge } => "The ticket was closed: the requester says that the answer from knowledge solved it.",
        { JoinedTo: { } other } => $"The ticket was closed together with case {other}, whose outcome was read back.",
        _ => "The ticket was resolved; every step and the outcome were read back.",
    };

    /// <summary>What <see cref="ResolveCase"/> takes.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="Path">Automatic, with an approval, or nothing when the ticket itself says that nothing is to be done.</param>
    /// <param name="JoinedTo">The case of the same person together with which it ends; null when it joined none.</param>
    public sealed record Input(CaseId CaseId, CasePath Path, CaseId? JoinedTo = null);

    /// <summary>What <see cref="ResolveCase"/> found when the case showed as resolved.</summary>
    /// <param name="Contested">The ticket when its requester asked for a person, or said that it did not help, while it was being resolved; null otherwise.</param>
    public sealed record Result(TicketReference? Contested);
}
