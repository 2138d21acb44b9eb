using HelpDesk.Orchestrations.Domain.Tickets;

namespace HelpDesk.Orchestrations.Domain.Bulk;

/// <summary>The case of a mass remediation: no ticket's, but kept, audited and approved like one.</summary>
public static class MassCase
{
    /// <summary>What stands where the name of a ticket system stands otherwise.</summary>
    public const string System = "mass";

    /// <summary>What the plans of its targets answer: nobody's ticket, but an operator who chose the runbook.</summary>
    public const string Intent = "mass";

    private const string Prefix = $"{System}-";

    /// <summary>True for the id of a mass case, and of every workflow that works for one.</summary>
    public static bool Is(string id) => id.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Names it as tickets are named; its <see cref="TicketReference.CaseId"/> is the id of case, workflow and audit chain.</summary>
    /// <param name="externalId">Day and a mark: <c>20261124-3f9a1c</c>.</param>
    internal static TicketReference Reference(string externalId) => new(System, externalId, $"MASS-{externalId.ToUpperInvariant()}");
}
