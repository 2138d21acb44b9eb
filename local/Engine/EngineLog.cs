namespace HelpDesk.Local.Engine;

/// <summary>What the engine says in logs: ids, steps and outcomes, never payloads. Event ids 2000 to 2099.</summary>
internal static partial class EngineLog
{
    [LoggerMessage(2000, LogLevel.Information, "Durable engine runs on {Database}: resumed {Instances} instances, {Activities} activities, {Timers} timers, {Messages} messages; {Suspended} suspended")]
    public static partial void Resumed(this ILogger logger, string database, int instances, int activities, int timers, int messages, int suspended);

    [LoggerMessage(2001, LogLevel.Critical, "Durable engine stopped: {Reason}")]
    public static partial void Stopped(this ILogger logger, string reason);

    [LoggerMessage(2002, LogLevel.Error, "Workflow {InstanceId} is suspended for an operator: {Reason}")]
    public static partial void Suspended(this ILogger logger, string instanceId, string reason);

    [LoggerMessage(2003, LogLevel.Warning, "Activity {Activity} of {IdempotencyKey} failed with {Code} in attempt {Attempt}; next attempt in {Delay}")]
    public static partial void Retrying(this ILogger logger, string activity, string idempotencyKey, string code, int attempt, TimeSpan delay);

    [LoggerMessage(2004, LogLevel.Warning, "Activity {Activity} of {IdempotencyKey} finally failed with {Code} in attempt {Attempt}")]
    public static partial void GaveUp(this ILogger logger, string activity, string idempotencyKey, string code, int attempt);

    [LoggerMessage(2005, LogLevel.Error, "Activity {Activity} of {IdempotencyKey} has a defect: {Type} at {Stack}")]
    public static partial void Defect(this ILogger logger, string activity, string idempotencyKey, string type, string? stack);

    [LoggerMessage(2006, LogLevel.Warning, "Workflow {InstanceId} failed: {Code}: {Reason}")]
    public static partial void Failed(this ILogger logger, string instanceId, string code, string reason);

    [LoggerMessage(2007, LogLevel.Information, "Purged {Count} finished workflow instances")]
    public static partial void Purged(this ILogger logger, int count);

    [LoggerMessage(2008, LogLevel.Warning, "{Count} activities did not heed the stop within {Timeout} and run again at the next start")]
    public static partial void LeftRunning(this ILogger logger, int count, TimeSpan timeout);
}
