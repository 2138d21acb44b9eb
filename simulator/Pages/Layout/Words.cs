using System.Globalization;
using System.Text.RegularExpressions;

namespace HelpDesk.Simulator.Pages.Layout;

/// <summary>Texts that more than one page writes.</summary>
internal static partial class Words
{
    /// <summary>A number and what it counts: <c>1 ticket</c>, <c>2 tickets</c>.</summary>
    public static string Count(int number, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many)}");

    /// <summary>A value of a contract as words: <c>notSupported</c> is <c>Not supported</c>.</summary>
    public static string Of(string? value) => string.IsNullOrEmpty(value)
        ? ""
        : string.Concat(value[..1].ToUpperInvariant(), Capital().Replace(value[1..], static letter => $" {letter.Value.ToLowerInvariant()}"));

    [GeneratedRegex("[A-Z]", RegexOptions.NonBacktracking)]
    private static partial Regex Capital();
}
