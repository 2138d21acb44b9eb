using HelpDesk.Orchestrations.Domain.Policy.Routing;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Ledger.Cases;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Outcomes;

/// <summary>Assigns a ticket to the group that handles it and writes the summary of its case into it.</summary>
public sealed class TicketEscalation(TicketSystems systems, RoutingTable routing, AgentSummary summary, IOptions<HelpDeskOptions> options)
{
    /// <summary>Assigns the ticket, then writes the summary.</summary>
    /// <param name="record">The case.</param>
    /// <param name="input">What is handed over, and why.</param>
    /// <param name="key">Idempotency key.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The group, null when no group took it; and what went wrong, null when nothing did.</returns>
    /// <exception cref="VendorException">The ticket system cannot be reached.</exception>
    public async Task<(string? Group, string? Trouble)> EscalateAsync(CaseRecord record, EscalateCase.Input input, string key, CancellationToken cancellation)
    {
        var system = systems.Get(record.Ticket.System);
        var note = summary.Write(record, input, options.Value.Page($"cases/{Uri.EscapeDataString(input.CaseId)}"));
        var (group, trouble) = await AssignAsync(system, record, input.Intent, key, cancellation);
        await system.NoteAsync(record.Ticket.ExternalId, trouble is null ? note : $"{trouble}\n\n{note}", $"{key}/note", cancellation);
        return (group, trouble);
    }

    // A group that the ticket system does not know must not keep the ticket from a person: the default group is next.
    private async Task<(string? Group, string? Trouble)> AssignAsync(ITicketSystem system, CaseRecord record, string? intent, string key, CancellationToken cancellation)
    {
        string? trouble = null;
        foreach (var group in new[] { routing.GroupFor(intent, system.Name), routing.GroupFor(null, system.Name) }.Distinct(StringComparer.Ordinal))
        {
            try
            {
                await system.AssignAsync(record.Ticket.ExternalId, group, $"{key}/assign-{group}", cancellation);
                return (group, trouble);
            }
            catch (VendorException error) when (!error.IsRetryable)
            {
                trouble = $"The ticket could not be given to '{group}' (policy/routing.yaml): {error.Message}";
            }
        }

        return (null, trouble);
    }
}
