using System.Globalization;

namespace HelpDesk.Simulator.Pages;

/// <summary>Times as the ticket systems write them.</summary>
internal static class TicketTimes
{
    /// <summary>The moment; the earliest one when it cannot be read.</summary>
    public static DateTimeOffset Of(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : DateTimeOffset.MinValue;
}
