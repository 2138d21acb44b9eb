using System.Globalization;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Cases.Finding;
using HelpDesk.Web.Requests;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Finding;

/// <summary>Which cases a list shows, as the address says it.</summary>
/// <param name="Query">What is searched for.</param>
/// <param name="From">First day, UTC; null = any.</param>
/// <param name="To">Last day, UTC; null = any.</param>
public sealed record CaseFilter(CaseQuery Query, DateOnly? From, DateOnly? To)
{
    private const string DayFormat = "yyyy-MM-dd";

    // Days that people mean; others would leave the range of time.
    private static readonly DateOnly FirstDay = new(2000, 1, 1);
    private static readonly DateOnly LastDay = new(2999, 12, 31);

    /// <summary>True when one of the fields behind "More filters" is used.</summary>
    public bool UsesMore => Query.Requester.Length > 0 || Query.Target.Length > 0 || Query.Path is not null || Query.Intent.Length > 0 || From is not null || To is not null;

    /// <summary>Reads it from the address. What is no date, state or path is as if it were not there.</summary>
    public static CaseFilter Of(HttpContext http)
    {
        var (from, to) = (Day(http.Query("from")), Day(http.Query("to")));
        return new CaseFilter(
            new CaseQuery
            {
                Text = http.Query("q"),
                Requester = http.Query("requester"),
                Target = http.Query("target"),
                State = http.QueryAs<CaseState>("state"),
                Path = http.QueryAs<CasePath>("path"),
                Intent = http.Query("intent"),
                From = from is { } first ? Start(first) : null,
                Until = to is { } last ? Start(last.AddDays(1)) : null,
                After = http.QueryPlace("after"),
            },
            from, to);
    }

    /// <summary>A day as a form field has it; empty when there is none.</summary>
    public static string Text(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture) ?? "";

    /// <summary>Address of the same list after a place; null = from the newest.</summary>
    public string UrlOf(string list, string? after)
    {
        (string Name, string? Value)[] fields =
        [
            ("q", Query.Text), ("requester", Query.Requester), ("target", Query.Target), ("state", Query.State?.ToString()), ("path", Query.Path?.ToString()),
            ("intent", Query.Intent), ("from", Text(From)), ("to", Text(To)), ("after", after),
        ];
        var given = fields.Where(field => field.Value is { Length: > 0 }).Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value!)}").ToList();
        return given.Count == 0 ? list : $"{list}?{string.Join('&', given)}";
    }

    /// <summary>How many are shown and how many were found, for people.</summary>
    public string TotalOf(FoundCases found)
    {
        var shown = found.Cases.Count.ToString(CultureInfo.InvariantCulture);
        var count = $"{found.Total.ToString("N0", CultureInfo.InvariantCulture)} {(found.Total == 1 ? "case" : "cases")}{(Query.IsFiltered ? " found" : "")}";
        if (found.Total == 0)
            return count;
        return found.IsExact ? $"{shown} shown of {count}, the newest first" : $"{shown} shown of at least {count}. Add a word or a date to find fewer.";
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= FirstDay && day <= LastDay ? day : null;

    private static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
