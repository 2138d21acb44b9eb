using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Web.Requests;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.My;

/// <summary>The language of a requester's own pages.</summary>
internal static class MyLanguage
{
    private const int MostRanges = 10;

    /// <summary>The one that the person chose on the page, else that of their ticket, else what the browser asks for; English when it is not one of ours.</summary>
    /// <param name="http">The request.</param>
    /// <param name="ticket">Language of the ticket; null when it is not known.</param>
    public static string Of(HttpContext http, string? ticket = null) =>
        new[] { http.Query("lang"), ticket }.Concat(Accepted(http)).FirstOrDefault(language => language is not null && LocalizedText.Languages.Contains(language, StringComparer.Ordinal)) ?? "en";

    private static IEnumerable<string> Accepted(HttpContext http) =>
        http.Request.Headers.AcceptLanguage.ToString().Split(',', MostRanges, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(range => range.Split(';', '-')[0].Trim().ToLowerInvariant());
}
