using Microsoft.Extensions.Logging;

namespace HelpDesk.Web.Webhooks;

/// <summary>What the webhook endpoints say in logs. Event ids 1100 to 1149.</summary>
internal static partial class WebhookLog
{
    [LoggerMessage(1100, LogLevel.Information, "Webhook of {System} turned away: {Outcome}")]
    public static partial void Refused(this ILogger logger, string system, string outcome);

    [LoggerMessage(1101, LogLevel.Error, "Webhook of {System} could not be kept ({Store}: {Code}); the sender was asked to repeat it")]
    public static partial void NotKept(this ILogger logger, string system, string store, string code);

    [LoggerMessage(1102, LogLevel.Warning, "Webhooks are turned away with 503 until this setting is given: {Setting}")]
    public static partial void Missing(this ILogger logger, string setting);

    [LoggerMessage(1103, LogLevel.Warning, "A webhook of {System} is validly signed, at a time that is too far from ours: set both clocks by NTP, or raise {Setting}. Its ticket is found by asking the ticket system")]
    public static partial void ClocksDiffer(this ILogger logger, string system, string setting);

    [LoggerMessage(1105, LogLevel.Information, "A webhook of {System} is validly signed and too old, and its event is known already: it was sent again, and refused")]
    public static partial void Replayed(this ILogger logger, string system);

    [LoggerMessage(1104, LogLevel.Error, "Reference {Reference}: a webhook of {System} failed: {Failure}")]
    public static partial void Failed(this ILogger logger, string reference, string system, string failure);
}
