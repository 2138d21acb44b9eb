using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Routing;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Outcomes;

/// <summary>Gives the ticket to the people whose it is, with a summary, and records the outcome (promise P6).</summary>
public sealed class EscalateCase(
    TicketSystems systems, RoutingTable routing, CaseStore caseStore, OutcomeLog outcomes, IAuditLog audit, IOptions<HelpDeskOptions> options, TimeProvider time)
    : Activity<EscalateCase.Input, Unit>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Unit> Reference = Named<EscalateCase>("escalate-case");

    /// <inheritdoc />
    public override async Task<Unit> RunAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        var record = await caseStore.FindAsync(input.CaseId, cancellation) ?? throw new InvalidOperationException($"Case '{input.CaseId}' was never opened.");
        var system = systems.Get(record.Ticket.System);
        var note = AgentSummary.Write(record, input, options.Value.Page($"cases/{Uri.EscapeDataString(input.CaseId)}"));
        var (group, trouble) = await AssignAsync(system, record, input.Intent, context);
        await system.NoteAsync(record.Ticket.ExternalId, trouble is null ? note : $"{trouble}\n\n{note}", $"{context.IdempotencyKey}/note", cancellation);

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

    // A group that the ticket system does not know must not keep the ticket from a person: the default group is next.
    private async Task<(string? Group, string? Trouble)> AssignAsync(ITicketSystem system, CaseRecord record, string? intent, ActivityContext context)
    {
        string? trouble = null;
        foreach (var group in new[] { routing.GroupFor(intent, system.Name), routing.GroupFor(null, system.Name) }.Distinct(StringComparer.Ordinal))
        {
            try
            {
                await system.AssignAsync(record.Ticket.ExternalId, group, $"{context.IdempotencyKey}/assign-{group}", context.Cancellation);
                return (group, trouble);
            }
            catch (VendorException fault) when (!fault.IsRetryable)
            {
                trouble = $"The ticket could not be given to '{group}' (policy/routing.yaml): {fault.Message}";
            }
        }

        return (null, trouble);
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
