namespace HelpDesk.Simulator.Tickets.Webhooks;

/// <summary>What the simulated systems say of their webhooks. Event ids 7100 to 7119.</summary>
internal static partial class WebhookLog
{
    [LoggerMessage(7100, LogLevel.Debug, "{System} webhook answered with {Status}")]
    public static partial void Answered(this ILogger logger, string system, int status);

    [LoggerMessage(7101, LogLevel.Information, "{System} webhook is not delivered: {Status}; retry {Retry} of {Most}")]
    public static partial void NotDelivered(this ILogger logger, string system, string status, int retry, int most);

    [LoggerMessage(7102, LogLevel.Debug, "{System} webhook is lost on purpose")]
    public static partial void Lost(this ILogger logger, string system);
}
