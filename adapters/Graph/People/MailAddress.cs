using System.Text.RegularExpressions;

namespace HelpDesk.Adapters.Graph.People;

/// <summary>Decides whether a text is an address that Entra could hold; only such a text is ever put into a query.</summary>
internal static partial class MailAddress
{
    // RFC 5321: 64 characters before the at sign, 254 in all.
    private const int MaxLength = 254;

    /// <summary>True for one plain address: ASCII, no display name, no quoting, no white space.</summary>
    public static bool IsOne(string text) => text.Length <= MaxLength && Shape().IsMatch(text);

    /// <summary>The text as an OData string literal.</summary>
    public static string Literal(string address) => $"'{address.Replace("'", "''", StringComparison.Ordinal)}'";

    // Not a time-out: a busy machine must not make a good address a fault.
    [GeneratedRegex(@"\A[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,63}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
