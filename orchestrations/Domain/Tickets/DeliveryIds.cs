using System.Text.RegularExpressions;

namespace HelpDesk.Orchestrations.Domain.Tickets;

/// <summary>What the id of a delivery may look like. It goes into keys and the audit log, so nothing else passes.</summary>
public static partial class DeliveryIds
{
    /// <summary>Longest id of a delivery in a message: a ticket's id and a count, or what a sender's header names and a word.</summary>
    public const int MaxLength = 200;

    /// <summary>An id that a sender names: up to 128 plain characters.</summary>
    public static bool IsPlain(string text) => Plain().IsMatch(text);

    /// <summary>An id that may be kept: 1 to 200 characters, none of them a control character.</summary>
    public static bool IsStorable(string text) => text.Length is > 0 and <= MaxLength && !text.Any(char.IsControl);

    [GeneratedRegex(@"\A[A-Za-z0-9._:-]{1,128}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();
}
