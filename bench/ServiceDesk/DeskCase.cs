using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Bench.ServiceDesk;

/// <summary>A ticket that was filed, how its case stands and who has done what for it.</summary>
internal sealed class DeskCase(DeskTicket ticket, string id)
{
    /// <summary>The ticket.</summary>
    public DeskTicket Ticket { get; } = ticket;

    /// <summary>Id of the case.</summary>
    public string Id { get; } = id;

    /// <summary>Its id in the ticket system.</summary>
    public string ExternalId => Id[(Id.IndexOf('-', StringComparison.Ordinal) + 1)..];

    /// <summary>The case as it was seen last.</summary>
    public CaseRecord? Record { get; set; }

    /// <summary>The number of the question that was answered last; 0 = none.</summary>
    public int Answered { get; set; }

    /// <summary>True once nobody is left who could decide or collect.</summary>
    public bool IsStuck { get; set; }

    /// <summary>Who decided or vouched.</summary>
    public HashSet<SimulatedPerson> Deciders { get; } = [];

    /// <summary>Hand-overs that were tried.</summary>
    public HashSet<string> Collected { get; } = new(StringComparer.Ordinal);

    /// <summary>True when nothing more happens to it in this week.</summary>
    public bool IsOver => IsStuck || Record is { State: CaseState.Resolved or CaseState.Escalated or CaseState.Ignored };

    /// <summary>How it ended.</summary>
    public DeskEnd End => Record switch
    {
        { State: CaseState.Resolved } when Deciders.Any(DeskPeople.IsServiceDesk) => DeskEnd.WithTechnician,
        { State: CaseState.Resolved } when Deciders.Count > 0 => DeskEnd.WithDecision,
        { State: CaseState.Resolved } => DeskEnd.Alone,
        { State: CaseState.Ignored } => DeskEnd.Alone,
        _ => DeskEnd.Escalated,
    };

    /// <summary>True when it was called resolved although the ticket was not understood.</summary>
    public bool IsFalselyResolved => Record is { State: CaseState.Resolved } && !IsUnderstood;

    /// <summary>How many steps changed something for a ticket that asked for something else.</summary>
    public int UndueEffects => IsUnderstood ? 0 : Record?.Steps.Count(step => step.State is CaseStepState.Running or CaseStepState.Verifying or CaseStepState.Verified or CaseStepState.Undone) ?? 0;

    // "It works now" closes a ticket of any kind; a question that was answered with another wish makes that wish the right one.
    private bool IsUnderstood => Record?.Intent is not { } intent || Ticket.About.Contains(intent) || Record.Path == CasePath.Nothing || (Ticket.About.Contains("unknown") && Record.QuestionsAnswered > 0);
}

/// <summary>How a ticket of the week ended.</summary>
internal enum DeskEnd
{
    /// <summary>Without anybody but its author.</summary>
    Alone,

    /// <summary>With a decision of a manager, an owner or the security team.</summary>
    WithDecision,

    /// <summary>A technician took part, and it was resolved.</summary>
    WithTechnician,

    /// <summary>A person has it, or it still waits.</summary>
    Escalated,
}
