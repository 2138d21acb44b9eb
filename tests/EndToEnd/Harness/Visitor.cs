using System.Net;
using System.Text.RegularExpressions;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Harness;

/// <summary>Somebody at a browser: signs in, opens pages and presses their buttons. Sends what the page's own form holds.</summary>
public sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _browser;

    private Visitor(Uri product) => _browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = product };

    /// <summary>Signs in as a person of the simulated organisation.</summary>
    public static async Task<Visitor> SignInAsync(HelpDeskClient client, SimulatedPerson person)
    {
        var visitor = new Visitor(client.Product.BaseAddress!);
        var (status, body) = await visitor.PressAsync($"/sign-in?q={Uri.EscapeDataString(person.UserPrincipalName)}", "/sign-in", ("person", person.Id));
        status.ShouldBe(HttpStatusCode.OK, body);
        return visitor;
    }

    /// <summary>A browser in which nobody is signed in.</summary>
    public static Visitor Nobody(HelpDeskClient client) => new(client.Product.BaseAddress!);

    /// <summary>Opens an address and follows where it leads; the answer names the address that answered.</summary>
    public Task<HttpResponseMessage> GetAsync(string path) => _browser.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>Opens a page.</summary>
    public async Task<(HttpStatusCode Status, string Body)> OpenAsync(string path)
    {
        using var answer = await _browser.GetAsync(new Uri(path, UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Opens a page and sends its form.</summary>
    public async Task<(HttpStatusCode Status, string Body)> PressAsync(string page, string target, params (string Name, string Value)[] fields)
    {
        var (_, shown) = await OpenAsync(page);
        return await SendAsync(shown, target, fields);
    }

    /// <summary>Sends the form of a page that was opened before.</summary>
    public async Task<(HttpStatusCode Status, string Body)> SendAsync(string shown, string target, params (string Name, string Value)[] fields)
    {
        var form = Hidden().Matches(shown).DistinctBy(field => field.Groups["name"].Value)
            .ToDictionary(field => field.Groups["name"].Value, field => WebUtility.HtmlDecode(field.Groups["value"].Value), StringComparer.Ordinal);
        foreach (var (name, value) in fields)
            form[name] = value;
        using var content = new FormUrlEncodedContent(form);
        using var answer = await _browser.PostAsync(new Uri(target, UriKind.Relative), content);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Decides the approval on its page.</summary>
    public Task<(HttpStatusCode Status, string Body)> DecideAsync(string approvalId, bool approve) =>
        PressAsync($"/approvals/{approvalId}", $"/approvals/{approvalId}", ("decision", approve ? "approve" : "deny"));

    /// <summary>Asks for the undo of a step on the page of its case.</summary>
    /// <returns>The undo's own case.</returns>
    public async Task<string> UndoAsync(string caseId, string stepId)
    {
        var (status, body) = await PressAsync($"/cases/{caseId}", $"/cases/{caseId}/undo", ("step", stepId), ("reason", "It was meant for somebody else."));
        status.ShouldBe(HttpStatusCode.OK, body);
        return $"{caseId}-undo-1";
    }

    /// <summary>Presses "Show pass".</summary>
    public Task<(HttpStatusCode Status, string Body)> ShowPassAsync(string handOverId, params (string Name, string Value)[] fields) =>
        PressAsync($"/hand-overs/{handOverId}", $"/hand-overs/{handOverId}", fields);

    /// <summary>The pass on a page; null when there is none.</summary>
    public static string? PassOn(string body) => Secret().Match(body) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups["pass"].Value) : null;

    public void Dispose() => _browser.Dispose();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)"\s*/?>""", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Hidden();

    [GeneratedRegex("""<code id="secret"[^>]*>(?<pass>[^<]+)</code>""", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Secret();
}
