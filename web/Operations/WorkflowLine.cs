using HelpDesk.Orchestrations.Flows.TakeOver;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Web.Layout;

namespace HelpDesk.Web.Operations;

/// <summary>One workflow in the list.</summary>
/// <param name="Status">What the engine says of it.</param>
/// <param name="Case">The case whose workflow it is; null when it does not belong to a case.</param>
public sealed record WorkflowLine(WorkflowStatus Status, CaseRecord? Case)
{
    /// <summary>What people call it.</summary>
    public string Name => Case?.Ticket.Number ?? Status.InstanceId;

    /// <summary>True when it may be ended.</summary>
    public bool CanEnd => OperatorService.CanEnd(Status);

    /// <summary>True when no one has its ticket now.</summary>
    public bool NeedsPerson => Case is { } record && !Labels.IsOver(record);
}
