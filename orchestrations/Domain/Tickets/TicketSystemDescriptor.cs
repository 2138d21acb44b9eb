namespace HelpDesk.Orchestrations.Domain.Tickets;

/// <summary>
/// What the product knows of a ticket system without asking it. Its adapter registers one as an instance, also where the system is
/// not configured: hosts, pages and policy files learn from it which systems there are.
/// </summary>
/// <param name="Id">Lower-case letters and digits: the name in <see cref="TicketReference.System"/>, in case ids and in the webhook's address.</param>
/// <param name="DisplayName">What people call it.</param>
/// <param name="HasValidIds">True when a reference has the id and the number that this system gives. Ids go into keys, addresses and queries, so nothing else passes.</param>
public sealed record TicketSystemDescriptor(string Id, string DisplayName, Func<TicketReference, bool> HasValidIds)
{
    /// <summary>Settings of which one is enough to say that the system is in use; the first is the one to set.</summary>
    public required IReadOnlyList<string> ConnectionSettings { get; init; }

    /// <summary>Examples of settings, by name, for the report of a start that failed. A secret's example is a reference, never a value.</summary>
    public IReadOnlyDictionary<string, string> SettingExamples { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}
