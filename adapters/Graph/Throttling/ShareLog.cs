using Microsoft.Extensions.Logging;

namespace HelpDesk.Adapters.Graph.Throttling;

/// <summary>What is logged about this instance's part of Graph's limits. The event ids continue those of <see cref="ThrottleLog"/>.</summary>
internal static partial class ShareLog
{
    [LoggerMessage(4106, LogLevel.Information, "Graph: this instance uses {Part:P0} of the app's limits; instances that use Graph: {Count}")]
    public static partial void Takes(ILogger logger, double part, int? count);

    [LoggerMessage(4107, LogLevel.Warning, "Graph: the record store did not take this instance's part of the limits; it keeps its part for 40 seconds, then uses what Graph:Instances gives to one instance")]
    public static partial void StoreAway(ILogger logger, Exception error);
}
