using System.Globalization;

namespace HelpDesk.Adapters.ServiceNow;

/// <summary>ServiceNow's way of writing a time: <c>yyyy-MM-dd HH:mm:ss</c>, UTC, without a zone.</summary>
internal static class ServiceNowTime
{
    private const string Format = "yyyy-MM-dd HH:mm:ss";

    /// <summary>As a stored value.</summary>
    public static string Write(DateTimeOffset at) => at.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>From a stored value; the epoch when it is none, so that a broken field never hides a ticket.</summary>
    public static DateTimeOffset Read(string text) =>
        DateTimeOffset.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? at
            : DateTimeOffset.UnixEpoch;
}
