using HelpDesk.Web.Requests;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Approvals;

/// <summary>Which of the waiting items a list shows.</summary>
/// <param name="Text">A ticket number, or words of title, requester and targets; empty = any.</param>
/// <param name="Intent">Intent id; empty = any.</param>
/// <param name="Page">Page of the approvals, from 1.</param>
/// <param name="HandOverPage">Page of the secret hand-overs, from 1.</param>
public sealed record WaitingQuery(string Text = "", string Intent = "", int Page = 1, int HandOverPage = 1)
{
    /// <summary>True when not all are asked for.</summary>
    public bool IsFiltered => Text.Length > 0 || Intent.Length > 0;

    /// <summary>Reads it from the address.</summary>
    public static WaitingQuery Of(HttpContext http) => new(http.Query("q"), http.Query("intent"), http.QueryNumber("page"), http.QueryNumber("secrets"));

    /// <summary>Address of the list.</summary>
    public string Url => $"/approvals?q={Uri.EscapeDataString(Text)}&intent={Uri.EscapeDataString(Intent)}&page={Page}&secrets={HandOverPage}";
}
