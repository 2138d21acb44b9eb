namespace HelpDesk.Local.Composition;

/// <summary>What the local head says in logs. Event ids 1200 to 1249.</summary>
internal static partial class LocalLog
{
    [LoggerMessage(1200, LogLevel.Warning, "The run of the timer {Timer} could not be noted ({System}: {Code}): {Reason} It is repeated.")]
    public static partial void TimerNotNoted(this ILogger logger, string timer, string system, string code, string reason);
}
