using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Orchestrations.Stages.Understanding;

/// <summary>What triage says in logs: ids and outcomes, never ticket text. Event ids 3100 to 3199.</summary>
internal static partial class TriageLog
{
    [LoggerMessage(3100, LogLevel.Warning, "Case {CaseId}: the model {Model} gave no usable answer ({Reason}); the embedded classifier is asked")]
    public static partial void FellBack(this ILogger logger, CaseId caseId, string model, string reason);

    [LoggerMessage(3101, LogLevel.Warning, "Case {CaseId}: the model {Model} is not available ({Reason})")]
    public static partial void NotAvailable(this ILogger logger, CaseId caseId, string model, string reason);

    [LoggerMessage(3102, LogLevel.Information, "Case {CaseId} triaged as {Intent} by {Model}")]
    public static partial void Triaged(this ILogger logger, CaseId caseId, string intent, string model);

    [LoggerMessage(3103, LogLevel.Warning, "Ticket {CaseId}: the {Part} could not be checked for personal data in time and is withheld")]
    public static partial void Withheld(this ILogger logger, CaseId caseId, string part);
}
