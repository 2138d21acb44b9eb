using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Orchestrations.Stages.Operations;

/// <summary>What operations say in logs: ids and outcomes. Event ids 1300 to 1349.</summary>
internal static partial class OperationsLog
{
    [LoggerMessage(1300, LogLevel.Warning, "The timer {Timer} failed ({System}: {Code}): {Reason} The next run repeats it.")]
    public static partial void TimerFailed(this ILogger logger, string timer, string system, string code, string reason);

    [LoggerMessage(1301, LogLevel.Error, "Case {CaseId} does not move: its record says {State} since {UpdatedAt}, its workflow is {Workflow}")]
    public static partial void CaseStuck(this ILogger logger, CaseId caseId, HelpDesk.Orchestrations.Ledger.Cases.CaseState state, DateTimeOffset updatedAt, string workflow);
}
