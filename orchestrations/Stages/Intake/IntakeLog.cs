using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Orchestrations.Stages.Intake;

/// <summary>What intake says in logs: ids and outcomes. Event ids 1000 to 1099.</summary>
internal static partial class IntakeLog
{
    [LoggerMessage(1000, LogLevel.Information, "Ticket {CaseId}: {Kind} {Outcome}")]
    public static partial void Received(this ILogger logger, CaseId caseId, TicketEventKind kind, IntakeOutcome outcome);

    [LoggerMessage(1001, LogLevel.Warning, "Ticket {CaseId} was kept but its case never started; it is queued again")]
    public static partial void Recovered(this ILogger logger, CaseId caseId);

    [LoggerMessage(1002, LogLevel.Warning, "Ticket {CaseId} came by no webhook; it was found by asking {System}")]
    public static partial void Missed(this ILogger logger, CaseId caseId, string system);

    [LoggerMessage(1003, LogLevel.Warning, "{System} could not be asked for its latest tickets ({Code}): {Reason}")]
    public static partial void NotAsked(this ILogger logger, string system, string code, string reason);

    [LoggerMessage(1004, LogLevel.Error, "Message {Id} could not be worked on ({Reason}); it waits for an operator. Case: {CaseId}")]
    public static partial void DeadLetterKept(this ILogger logger, string id, string reason, CaseId caseId);
}
