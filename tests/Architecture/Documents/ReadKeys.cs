using System.Text.RegularExpressions;

namespace HelpDesk.Architecture.Tests.Documents;

/// <summary>The keys that a reader of a file asks for, by its code.</summary>
public static partial class ReadKeys
{
    /// <summary>In the order of the code.</summary>
    public static IEnumerable<string> Of(string code) => Read().Matches(code).Select(found => found.Groups["key"].Value);

    [GeneratedRegex(@"\.(Text|Texts|OptionalText|Section|Sections|Choice|Number|Share|Duration|Moment)\(""(?<key>[a-z][a-z-]*)""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Read();
}
