using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Policy.Routing;
using HelpDesk.Orchestrations.Domain.Policy.Systems;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Ledger.Cases;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Outcomes;

/// <summary>
/// Assigns a ticket to the group that handles it and writes the summary of its case into it; both are read back. A ticket that a person has
/// already stays with them: they get the findings as a note.
/// </summary>
public sealed class TicketEscalation(TicketSystems systems, RoutingTable routing, SystemTable table, TicketStops stops, AgentSummary summary, IOptions<HelpDeskOptions> options)
{
    // The rule of policy by which an attack is seen; a stage names no other stage's types.
    private const string AttackRule = "WhoAsksForManyPeopleIsStopped";

    private const string CompromisedAccount = "identity.compromised";

    /// <summary>Assigns the ticket, then writes the summary.</summary>
    /// <param name="record">The case.</param>
    /// <param name="input">What is handed over, and why.</param>
    /// <param name="key">Idempotency key.</param>
    /// <param name="begin">Gives what the note begins with, for the group that has it; empty for nothing.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The group that the ticket shows, null when no group took it; and what the ticket system did not take, empty when it took all.</returns>
    /// <exception cref="VendorException">The ticket system cannot be reached.</exception>
    public async Task<(string? Group, IReadOnlyList<string> Problems)> EscalateAsync(CaseRecord record, EscalateCase.Input input, string key, Func<string?, Task<string>> begin, CancellationToken cancellation)
    {
        var system = systems.Get(record.Ticket.System);
        var isWithPerson = await stops.FindAsync(input.CaseId, cancellation) is { IsWithPerson: true };
        var note = summary.Write(record, input, options.Value.Page($"cases/{Uri.EscapeDataString(input.CaseId)}"), isWithPerson);
        var (group, trouble) = isWithPerson ? (null, null) : await AssignAsync(system, record, Groups(input, system.Name), key, cancellation);
        var problems = new List<string>();
        if (trouble is not null)
            problems.Add(group is null ? $"Not assigned: {trouble}" : trouble);
        note = await begin(group) is { Length: > 0 } first ? $"{first}\n{note}" : note;
        var missing = await TicketWrites.TryAsync(() => system.NoteAsync(record.Ticket.ExternalId, trouble is null ? note : $"{trouble}\n\n{note}", $"{key}/note", cancellation));
        if (missing is not null)
            problems.Add($"The summary is not in the ticket: {missing.Message}");
        return (group, problems);
    }

    // Whose password it is decides before what happened to it: the group of SAP helps with a lock in SAP, not that of the directory.
    private IEnumerable<string> Groups(EscalateCase.Input input, string ticketSystem)
    {
        var isOther = input.Traits.Contains(TicketTraits.OtherSystem, StringComparer.Ordinal);
        string?[] groups = [isOther ? table.Find(input.System)?.Route.GroupIn(ticketSystem) : null, routing.GroupFor(IntentOf(input), ticketSystem), routing.GroupFor(null, ticketSystem)];
        return groups.OfType<string>().Distinct(StringComparer.Ordinal);
    }

    // What looks like an attack is for the security team, whatever the ticket is about.
    private static string? IntentOf(EscalateCase.Input input) =>
        input.Findings.Any(static finding => finding.Rule == AttackRule) ? CompromisedAccount : input.Intent;

    // A group that the ticket system does not know or take must not keep the ticket from a person: the default group is next.
    private static async Task<(string? Group, string? Trouble)> AssignAsync(ITicketSystem system, CaseRecord record, IEnumerable<string> groups, string key, CancellationToken cancellation)
    {
        string? trouble = null;
        foreach (var group in groups)
        {
            if (await TicketWrites.TryAsync(() => system.AssignAsync(record.Ticket.ExternalId, group, $"{key}/assign-{group}", cancellation)) is { } error)
            {
                trouble = $"The ticket could not be given to '{group}' (policy/routing.yaml): {error.Message}";
                continue;
            }

            // What the ticket shows counts, not what was answered; a person may have moved it on.
            var shown = (await system.ReadAsync(record.Ticket.ExternalId, cancellation))?.AssignmentGroup;
            if (shown == group)
                return (group, trouble);
            if (shown is not null)
                return (shown, $"The ticket is with '{DisplayText.Of(shown, "another group")}', not with '{group}'.");
            trouble = $"The ticket could not be given to '{group}' (policy/routing.yaml): it shows no group afterwards.";
        }

        return (null, trouble);
    }
}
