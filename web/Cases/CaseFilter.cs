using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Web.Requests;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Cases;

/// <summary>Which cases a list shows.</summary>
/// <param name="Text">A part of number, title, requester or case id; empty = any.</param>
/// <param name="State">Their state; null = any.</param>
/// <param name="Path">Which way they took; null = any.</param>
/// <param name="Intent">Intent id; empty = any.</param>
/// <param name="After">The place after which the list begins; null = the newest case.</param>
public sealed record CaseFilter(string Text, CaseState? State, CasePath? Path, string Intent, string? After)
{
    /// <summary>Reads it from the address.</summary>
    public static CaseFilter Of(HttpContext http) => new(
        http.Query("q"), http.QueryAs<CaseState>("state"), http.QueryAs<CasePath>("path"), http.Query("intent"), http.QueryPlace("after"));

    /// <summary>True when a case is to be shown.</summary>
    public bool Takes(CaseRecord record) =>
        (State is null || record.State == State)
        && (Path is null || record.Path == Path)
        && (Intent.Length == 0 || string.Equals(record.Intent, Intent, StringComparison.Ordinal))
        && (Text.Length == 0 || Holds(record.Ticket.Number) || Holds(record.Title) || Holds(record.RequesterName) || Holds(record.CaseId));

    /// <summary>Address of the same list after a place; null = from the newest.</summary>
    public string UrlOf(string? after) =>
        $"/cases?q={Uri.EscapeDataString(Text)}&state={State}&path={Path}&intent={Uri.EscapeDataString(Intent)}{(after is null ? "" : $"&after={Uri.EscapeDataString(after)}")}";

    private bool Holds(string? text) => text?.Contains(Text, StringComparison.OrdinalIgnoreCase) == true;
}
