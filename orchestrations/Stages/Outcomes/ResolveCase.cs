using System.Globalization;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Outcomes;

/// <summary>Resolves the ticket with notes on what was done and read back, and records the outcome.</summary>
public sealed class ResolveCase(TicketResolution resolution, CaseStore caseStore, OutcomeLog outcomes, IAuditLog audit, TimeProvider time) : Activity<ResolveCase.Input, Unit>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Unit> Reference = Named<ResolveCase>("resolve-case");

    /// <inheritdoc />
    public override async Task<Unit> RunAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        var record = await caseStore.FindAsync(input.CaseId, cancellation) ?? throw new InvalidOperationException($"Case '{input.CaseId}' was never opened.");
        var ticket = await resolution.ResolveAsync(record, context, cancellation);
        await audit.AppendAsync(
            new AuditEvent(
                input.CaseId, $"{context.IdempotencyKey}/resolved", AuditKinds.Resolved, "helpdesk", "The ticket was resolved; every step and the outcome were read back.",
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["path"] = input.Path.ToString(),
                    ["steps"] = record.Steps.Count(step => step.State != CaseStepState.Skipped).ToString(CultureInfo.InvariantCulture),
                }),
            cancellation);
        var closed = await caseStore.UpdateAsync(
            input.CaseId,
            before => before with
            {
                State = CaseState.Resolved,
                Path = input.Path,
                Verified = true,
                Doing = null,
                WaitingFor = null,
                OpenApprovalId = null,
                OpenHandOverId = null,
                ClosedAt = before.ClosedAt ?? time.GetUtcNow(),
                ResolvedVersion = ticket.Version,
            },
            cancellation);
        await outcomes.RecordAsync(closed, cancellation);
        return Unit.Value;
    }

    /// <summary>What <see cref="ResolveCase"/> takes.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="Path">Automatic, or with an approval.</param>
    public sealed record Input(string CaseId, CasePath Path);
}
