using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Switches;

namespace HelpDesk.Web.Home;

/// <summary>What the first page shows.</summary>
/// <param name="KillSwitch">Where it stands.</param>
/// <param name="KillSwitchBy">Who moved it last, as people read it. Untrusted text.</param>
/// <param name="Waiting">What waits for people, the oldest first.</param>
/// <param name="Figures">Figures of the day; null for who sees only what concerns them.</param>
/// <param name="Working">Cases being worked on, the newest first; at most 10.</param>
/// <param name="Suspended">Workflows that were stopped because their code no longer matches their history.</param>
/// <param name="DeadLetters">Dead letters that wait for a decision.</param>
/// <param name="Timers">Names of timers that failed or stand still.</param>
public sealed record HomeModel(
    KillSwitchState KillSwitch, string KillSwitchBy, IReadOnlyList<WaitingItem> Waiting, DayFigures? Figures, IReadOnlyList<CaseRecord> Working, int Suspended,
    int DeadLetters, IReadOnlyList<string> Timers);
