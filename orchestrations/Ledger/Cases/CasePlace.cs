using System.Globalization;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>The place of a case in the list of all, the newest first. It never moves: it is made of what never changes.</summary>
public static class CasePlace
{
    private const int Digits = 19;

    /// <summary>Longest place, in characters.</summary>
    private const int MaxLength = 300;

    /// <summary>The place of a case.</summary>
    /// <param name="openedAt">When its webhook was accepted.</param>
    /// <param name="caseId">Its id.</param>
    public static string Of(DateTimeOffset openedAt, CaseId caseId) =>
        string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.MaxValue.UtcTicks - openedAt.UtcTicks:D19}|{caseId}");

    /// <summary>What comes before the place of every case that was opened before a moment, and behind that of every case opened at it or later.</summary>
    public static string Before(DateTimeOffset moment) =>
        (DateTimeOffset.MaxValue.UtcTicks - moment.UtcTicks + 1).ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>True when a text, of an address say, may be a place.</summary>
    public static bool IsPlace(string text) =>
        text.Length is > Digits + 1 and <= MaxLength && text[Digits] == '|' && text.AsSpan(0, Digits).IndexOfAnyExceptInRange('0', '9') < 0
        && !text.Any(character => char.IsControl(character) || char.IsSurrogate(character));

    /// <summary>The case in a place.</summary>
    internal static CaseId CaseIdOf(string place) => new(place[(Digits + 1)..]);
}
