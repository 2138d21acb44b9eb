using Microsoft.Extensions.Logging;

namespace HelpDesk.Web.Routing;

/// <summary>What the pages log: ids and outcomes only.</summary>
internal static partial class WebLog
{
    [LoggerMessage(EventId = 4201, Level = LogLevel.Warning, Message = "The page {Pattern} needs {System}, which failed: {Code}")]
    public static partial void SystemDown(this ILogger log, string pattern, string system, string code);

    [LoggerMessage(EventId = 4202, Level = LogLevel.Information, Message = "{PersonId} signed in ({Mode})")]
    public static partial void SignedIn(this ILogger log, string personId, string mode);

    [LoggerMessage(EventId = 4203, Level = LogLevel.Warning, Message = "A sign-in was refused: {Reason}")]
    public static partial void SignInRefused(this ILogger log, string reason);

    [LoggerMessage(EventId = 4204, Level = LogLevel.Error, Message = "Reference {Reference}: {Method} {Pattern} failed: {Failure}")]
    public static partial void Unexpected(this ILogger log, string reference, string method, string pattern, string failure);
}
