using Microsoft.Extensions.Logging;

namespace HelpDesk.Adapters.Graph.Throttling;

/// <summary>What is logged about Graph's limits. The event ids continue those of <see cref="GraphLog"/>.</summary>
internal static partial class ThrottleLog
{
    [LoggerMessage(4104, LogLevel.Warning, "Graph throttles the class {Class} ({Scope}, {Information}): nothing of it is sent for {Pause}")]
    public static partial void Throttled(ILogger logger, GraphClass @class, string? scope, string? information, TimeSpan? pause);

    [LoggerMessage(4105, LogLevel.Information, "Graph: a call of the class {Class} (bulk work: {IsBulk}) would wait too long for its turn; back in {StayAway}")]
    public static partial void TurnedAway(ILogger logger, GraphClass @class, bool isBulk, TimeSpan stayAway);
}
