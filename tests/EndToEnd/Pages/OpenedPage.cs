using System.Net;
using System.Text.RegularExpressions;

namespace HelpDesk.EndToEnd.Tests.Pages;

/// <summary>An answer to a <c>GET</c> as a browser got it: what is wrong with it, and where it leads.</summary>
/// <param name="Address">The address that answered, after redirects: path and query.</param>
/// <param name="Status">Its status.</param>
/// <param name="ContentType">Its media type; empty when it has none.</param>
/// <param name="Body">Its text.</param>
internal sealed partial record OpenedPage(string Address, HttpStatusCode Status, string ContentType, string Body)
{
    private static readonly Dictionary<string, string> TypeOfEnding = new(StringComparer.Ordinal)
    {
        [".css"] = "text/css", [".svg"] = "image/svg+xml", [".js"] = "text/javascript", [".ico"] = "image/x-icon", [".png"] = "image/png",
    };

    /// <summary>Reads an answer.</summary>
    public static async Task<OpenedPage> OfAsync(HttpResponseMessage answer) => new(
        answer.RequestMessage!.RequestUri!.PathAndQuery, answer.StatusCode, answer.Content.Headers.ContentType?.MediaType ?? "", await answer.Content.ReadAsStringAsync());

    /// <summary>What no answer may be, whoever asks: a server error, empty, cut off, of the wrong type, or an exception for everybody to read.</summary>
    public IEnumerable<string> Faults()
    {
        if ((int)Status >= 500)
            yield return $"answers {(int)Status}";
        if (Body.Length == 0)
            yield return $"is empty ({(int)Status})";
        if (ContentType != ExpectedType)
            yield return $"is '{ContentType}' and not '{ExpectedType}'";
        else if (ContentType == "text/html" && !Body.TrimEnd().EndsWith("</html>", StringComparison.OrdinalIgnoreCase))
            yield return "is cut off";
        if (StackTrace().Match(Body) is { Success: true } trace)
            yield return $"shows a stack trace: {trace.Value}";
    }

    /// <summary>Addresses of this origin that it links to or loads, and what its search forms can ask; path and query, without repetition.</summary>
    public IEnumerable<string> Links() => ContentType != "text/html"
        ? []
        : Reference().Matches(Body).Select(found => found.Groups["to"].Value).Concat(Form().Matches(Body).SelectMany(Searches))
            .Select(Resolve).OfType<string>().Distinct(StringComparer.Ordinal);

    private string ExpectedType =>
        Path.StartsWith("/api/", StringComparison.Ordinal) && Status != HttpStatusCode.NotFound ? "application/json"
        : TypeOfEnding.GetValueOrDefault(System.IO.Path.GetExtension(Path)) is { } type && Status == HttpStatusCode.OK ? type
        : "text/html";

    private string Path => Address.Split('?')[0];

    // Each choice of each list by itself; the other fields as the page fills them.
    private static IEnumerable<string> Searches(Match form)
    {
        var (action, body) = (form.Groups["action"].Value, form.Groups["body"].Value);
        yield return action;
        var filled = string.Join('&', Input().Matches(body).Select(input => $"{input.Groups["name"].Value}={Uri.EscapeDataString(WebUtility.HtmlDecode(input.Groups["value"].Value))}"));
        if (filled.Length > 0)
            yield return $"{action}?{filled}";
        foreach (Match select in Select().Matches(body))
        {
            foreach (Match option in Option().Matches(select.Groups["body"].Value))
                yield return $"{action}?{select.Groups["name"].Value}={Uri.EscapeDataString(WebUtility.HtmlDecode(option.Groups["value"].Value))}";
        }
    }

    private string? Resolve(string to)
    {
        var here = new Uri(new Uri("http://product.invalid"), Address);
        return Uri.TryCreate(here, WebUtility.HtmlDecode(to), out var target) && target.Authority == here.Authority && target.Scheme == here.Scheme ? target.PathAndQuery : null;
    }

    [GeneratedRegex("""\s(?:href|src)="(?<to>[^"]+)["]""", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Reference();

    [GeneratedRegex("""<form[^>]*method="get"[^>]*action="(?<action>[^"]+)"[^>]*>(?<body>.*?)</form>""", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 60_000)]
    private static partial Regex Form();

    [GeneratedRegex("""<input[^>]*name="(?<name>[^"]+)"[^>]*value="(?<value>[^"]*)["]""", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Input();

    [GeneratedRegex("""<select[^>]*name="(?<name>[^"]+)"[^>]*>(?<body>.*?)</select>""", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 60_000)]
    private static partial Regex Select();

    [GeneratedRegex("""<option[^>]*value="(?<value>[^"]+)["]""", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Option();

    [GeneratedRegex(@"^\s*at [A-Za-z_]\w*(\.[\w<>`]+)+\(|\b[A-Z]\w*Exception: ", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 60_000)]
    private static partial Regex StackTrace();
}
