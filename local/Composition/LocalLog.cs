using Microsoft.Extensions.Logging;

namespace HelpDesk.Local.Composition;

/// <summary>What the local head says in logs. Event ids 1200 to 1249.</summary>
internal static partial class LocalLog
{
    [LoggerMessage(1200, LogLevel.Warning, "The look for lost tickets failed ({System}: {Code}): {Reason} It is repeated.")]
    public static partial void IntakeRoundFailed(this ILogger logger, string system, string code, string reason);

    [LoggerMessage(1201, LogLevel.Error, "No audit checkpoint was taken: {Reason}")]
    public static partial void NoCheckpoint(this ILogger logger, string reason);
}
