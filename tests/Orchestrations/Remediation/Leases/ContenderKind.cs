namespace HelpDesk.Orchestrations.Tests.Remediation.Leases;

/// <summary>Who changes a target.</summary>
public enum ContenderKind
{
    /// <summary>The workflow of a ticket.</summary>
    Ticket,

    /// <summary>One target of a bulk run, whose workflow is another than its case.</summary>
    BulkTarget,

    /// <summary>The end of an access, which takes back what a ticket did.</summary>
    Undo,
}
