using System.Diagnostics;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Local.Demo;

/// <summary>A ticket of the demo that was sent, and how far its case is.</summary>
internal sealed class SentTicket(DemoTicket ticket, string caseId, string number)
{
    private readonly long _sentAt = Stopwatch.GetTimestamp();

    /// <summary>What was sent.</summary>
    public DemoTicket Ticket { get; } = ticket;

    /// <summary>Its case.</summary>
    public string CaseId { get; } = caseId;

    /// <summary>Its number in the ticket system.</summary>
    public string Number { get; } = number;

    /// <summary>The case as it was seen last; null before its first turn.</summary>
    public CaseRecord? Case { get; private set; }

    /// <summary>From sending until it came to rest; null while it is under way.</summary>
    public TimeSpan? Took { get; private set; }

    /// <summary>True when nothing more happens without a person.</summary>
    public bool IsAtRest => Case is { State: not CaseState.Working };

    /// <summary>Takes note of the state of the case.</summary>
    public void See(CaseRecord? seen)
    {
        Case = seen;
        if (IsAtRest)
            Took ??= Stopwatch.GetElapsedTime(_sentAt);
    }
}
