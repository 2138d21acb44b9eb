using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Outcomes;

/// <summary>Gives the ticket to the group that handles it, with a summary, and records the outcome (promise P6).</summary>
public sealed class EscalateCase(TicketEscalation ticket, CaseStore caseStore, OutcomeLog outcomes, IAuditLog audit, TimeProvider time) : Activity<EscalateCase.Input, Unit>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Unit> Reference = Named<EscalateCase>("escalate-case");

    /// <inheritdoc />
    public override async Task<Unit> RunAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        var record = await caseStore.FindAsync(input.CaseId, cancellation) ?? throw new InvalidOperationException($"Case '{input.CaseId}' was never opened.");
        var (group, trouble) = await ticket.EscalateAsync(record, input, context.IdempotencyKey, cancellation);
        await audit.AppendAsync(
            new AuditEvent(
                input.CaseId, $"{context.IdempotencyKey}/escalated", AuditKinds.Escalated, "helpdesk", $"A person takes over: {input.Why}",
                new Dictionary<string, string>(StringComparer.Ordinal) { ["group"] = group ?? "none", ["path"] = input.Path.ToString() }),
            cancellation);
        var closed = await caseStore.UpdateAsync(
            input.CaseId,
            before => before with
            {
                State = CaseState.Escalated,
                Path = input.Path,
                Verified = false,
                Reason = trouble is null ? input.Why : $"{input.Why} {trouble}",
                Doing = null,
                WaitingFor = null,
                OpenApprovalId = null,
                OpenHandOverId = null,
                ClosedAt = before.ClosedAt ?? time.GetUtcNow(),
            },
            cancellation);
        await outcomes.RecordAsync(closed, cancellation);
        return Unit.Value;
    }

    /// <summary>What <see cref="EscalateCase"/> takes.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="Path">Person, or refused.</param>
    /// <param name="Why">Why, in plain words for the person who takes over.</param>
    /// <param name="Intent">The intent; null when it is not known.</param>
    /// <param name="Findings">What policy's rules said; empty when they were not asked.</param>
    /// <param name="Traits">What the text itself shows.</param>
    public sealed record Input(
        string CaseId, CasePath Path, string Why, string? Intent, IReadOnlyList<RuleFinding> Findings, IReadOnlyList<string> Traits);
}
