using Microsoft.Extensions.Logging;

namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>What the embedded classifier tells the operator.</summary>
internal static partial class EmbeddedTriageLog
{
    [LoggerMessage(EventId = 6101, Level = LogLevel.Information, Message = "Classifier {Version} loaded in {Elapsed}.")]
    public static partial void Loaded(ILogger logger, string version, TimeSpan elapsed);

    [LoggerMessage(EventId = 6102, Level = LogLevel.Information, Message = "Classifier {Version} trained in {Elapsed}.")]
    public static partial void Trained(ILogger logger, string version, TimeSpan elapsed);

    [LoggerMessage(EventId = 6103, Level = LogLevel.Warning, Message = "The trained classifier could not be kept in EmbeddedTriage:CacheDirectory ({Directory}); it is trained again at the next start.")]
    public static partial void NotKept(ILogger logger, string directory, Exception fault);
}
