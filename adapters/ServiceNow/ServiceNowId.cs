using System.Text.RegularExpressions;

namespace HelpDesk.Adapters.ServiceNow;

/// <summary>What ids of ServiceNow look like. Anything else never gets into a path or a query.</summary>
internal static partial class ServiceNowId
{
    private const int Length = 32;

    /// <summary>True for a <c>sys_id</c>: 32 hexadecimal digits.</summary>
    public static bool IsValid(string? text) => text is { Length: Length } && text.All(char.IsAsciiHexDigit);

    /// <summary>True for a number such as <c>INC0010023</c>. Prefixes are the customer's, so only the form is checked.</summary>
    public static bool IsNumber(string text) => Number().IsMatch(text);

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_-]{1,39}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
