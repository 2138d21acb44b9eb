using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>Who opened a ticket and how, matched to the directory.</summary>
/// <param name="By">Everyone who opened or created it, each once; empty when the ticket system hides it from us.</param>
/// <param name="Channel">The way it came.</param>
public sealed record CaseOpening(IReadOnlyList<CaseOpener> By, TicketChannel Channel)
{
    /// <summary>What a plan keeps of it.</summary>
    public PlanOpening ForPlan() => new(
        [.. By.Select(opener => opener.PersonId?.Value).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)],
        By.Count == 0 || By.Any(opener => opener.PersonId is null),
        Channel);

    /// <summary>The names, for people. Untrusted text.</summary>
    public string Names => By.Count == 0 ? "unknown" : string.Join(", ", By.Select(opener => opener.PersonId is null ? $"{opener.Name} (not in the directory)" : opener.Name).Distinct(StringComparer.Ordinal));
}

/// <summary>Somebody who opened or created a ticket.</summary>
/// <param name="PersonId">Object id; null when the account is no one person of the directory.</param>
/// <param name="Name">Their name. Untrusted text.</param>
public sealed record CaseOpener(PersonId? PersonId, string Name);
