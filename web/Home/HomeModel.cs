using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Web.Approvals;

namespace HelpDesk.Web.Home;

/// <summary>What the home page shows.</summary>
/// <param name="KillSwitch">State of the kill switch.</param>
/// <param name="KillSwitchBy">Who changed it last, as people read it. Untrusted text.</param>
/// <param name="Waiting">Items waiting for people: the oldest, and how many there are.</param>
/// <param name="Figures">Figures of the day; null for a person who sees only their own items.</param>
/// <param name="Working">Cases in progress, the newest first; at most 10.</param>
/// <param name="Attention">What needs an operator.</param>
public sealed record HomeModel(
    KillSwitchState KillSwitch, string KillSwitchBy, WaitingPage Waiting, DayFigures? Figures, IReadOnlyList<CaseRecord> Working, Attention Attention);
