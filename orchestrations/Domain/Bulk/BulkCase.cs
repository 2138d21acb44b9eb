using HelpDesk.Orchestrations.Domain.Tickets;

namespace HelpDesk.Orchestrations.Domain.Bulk;

/// <summary>The case of a bulk remediation: no ticket's, but kept, audited and approved like one.</summary>
public static class BulkCase
{
    /// <summary>What stands where the name of a ticket system stands otherwise.</summary>
    public const string System = "bulk";

    /// <summary>What the plans of its targets answer: nobody's ticket, but an operator who chose the runbook.</summary>
    public const string Intent = "bulk";

    private const string Prefix = $"{System}-";

    /// <summary>True for the id of a bulk case, and of every workflow that works for one.</summary>
    public static bool Is(string id) => id.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Names it as tickets are named; its <see cref="TicketReference.CaseId"/> is the id of case, workflow and audit chain.</summary>
    /// <param name="externalId">Day and a mark: <c>20261124-3f9a1c</c>.</param>
    internal static TicketReference Reference(string externalId) => new(System, externalId, $"BULK-{externalId.ToUpperInvariant()}");
}
