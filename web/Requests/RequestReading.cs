using System.Globalization;
using HelpDesk.Orchestrations.Ledger.Cases;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Requests;

/// <summary>Reads what a request names. Everything is as an attacker wrote it.</summary>
internal static class RequestReading
{
    private const int MaxText = 2_000;

    // What a record store takes as a key (RecordLimits), with room for what we put before an id. No id of ours is half as long.
    private const int MaxId = 300;
    private const int MaxUnusualInId = 60;

    // No list of ours has so many pages; pages times their size stays far within an int.
    private const int MostPages = 100_000;

    /// <summary>A value of the route; empty when there is none.</summary>
    public static string Id(this HttpContext http, string name = "id") => http.Request.RouteValues.TryGetValue(name, out var value) ? Cut(value as string) : "";

    /// <summary>True when every id in the address could be one of ours. Those that could not are no page; no handler has to think of them.</summary>
    public static bool HasPossibleIds(this HttpContext http) => http.Request.RouteValues.Values.OfType<string>().All(IsPossibleId);

    /// <summary>A value of the query; empty when there is none.</summary>
    public static string Query(this HttpContext http, string name) => Cut(http.Request.Query[name].FirstOrDefault());

    /// <summary>A value of the query as one of an enumeration's names; null when it is none.</summary>
    public static T? QueryAs<T>(this HttpContext http, string name)
        where T : struct, Enum =>
        Named<T>(http.Query(name));

    /// <summary>A value of the query as a place in the list of cases; null when it is none.</summary>
    public static string? QueryPlace(this HttpContext http, string name) => http.Query(name) is var place && CasePlace.IsPlace(place) ? place : null;

    /// <summary>A page number of 1 to 100,000; 1 when it is anything else.</summary>
    public static int QueryNumber(this HttpContext http, string name) =>
        int.TryParse(http.Query(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= MostPages ? number : 1;

    /// <summary>A field of the form; empty when there is none. Call it behind the anti-forgery check only, which has read the form.</summary>
    public static string Field(this HttpContext http, string name) => Cut(http.Request.Form[name].FirstOrDefault());

    /// <summary>A field of the form that may be long; a route says how long a form may be at all.</summary>
    public static string LongField(this HttpContext http, string name) => http.Request.Form[name].FirstOrDefault() ?? "";

    /// <summary>A field of the form without what the audit log refuses: control characters, and signs beyond the basic plane.</summary>
    public static string PlainField(this HttpContext http, string name) =>
        string.Concat(http.Field(name).Where(character => !char.IsControl(character) && !char.IsSurrogate(character)));

    /// <summary>A field of the form as one of an enumeration's names; null when it is none.</summary>
    public static T? FieldAs<T>(this HttpContext http, string name)
        where T : struct, Enum =>
        Named<T>(http.Field(name));

    // By name only: numbers and lists of flags are nothing a page of ours sends.
    private static T? Named<T>(string text)
        where T : struct, Enum =>
        Enum.GetNames<T>().Contains(text, StringComparer.Ordinal) ? Enum.Parse<T>(text) : null;

    private static bool IsPossibleId(string id) =>
        id.Length <= MaxId && id.AsSpan().Trim().Length > 0
        && !id.Any(character => char.IsControl(character) || char.IsSurrogate(character))
        && id.Count(character => !char.IsLetterOrDigit(character) && character is not ('-' or '_')) <= MaxUnusualInId;

    private static string Cut(string? text) => text is null ? "" : text.Length <= MaxText ? text.Trim() : text[..MaxText].Trim();
}
