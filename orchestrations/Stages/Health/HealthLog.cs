using Microsoft.Extensions.Logging;

namespace HelpDesk.Orchestrations.Stages.Health;

/// <summary>What health says in logs, once per change. Event ids 1350 to 1399.</summary>
internal static partial class HealthLog
{
    [LoggerMessage(1350, LogLevel.Warning, "{Name} is {State} ({Code}): {Advice}")]
    public static partial void Failing(this ILogger logger, string name, HealthState state, string code, string advice);

    [LoggerMessage(1351, LogLevel.Information, "{Name} works again")]
    public static partial void Recovered(this ILogger logger, string name);
}
