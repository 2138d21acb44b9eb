using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Health;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Confluence;

/// <summary>Calls Confluence Cloud as the service account. What is not there and what it may not see are both 404.</summary>
internal sealed class ConfluenceApi(IHttpClientFactory clients, IOptions<ConfluenceOptions> options, DependencyNotes notes, TimeProvider time)
{
    /// <summary>Name of the HTTP client, of the system and of the source.</summary>
    public const string System = "confluence";

    /// <summary>What health says when it does not work.</summary>
    internal static readonly ProbeAdvice Advice = new(
        "Confluence denies access: check Confluence:Email and Confluence:ApiToken (in Azure the vault secret confluence-api-token), and that the service account may view the spaces of Confluence:Spaces. Its articles are used until they are stale.",
        "Confluence does not answer: check Confluence:SiteUrl and the firewall. Its articles are used until they are stale.",
        "Confluence throttles the calls or has an error of its own. Its articles are used until they are stale.");

    /// <summary>Name of the writing of drafts, which may fail while reading works.</summary>
    public const string Drafts = "confluence-drafts";

    /// <summary>What health says when drafts cannot be written.</summary>
    internal static readonly ProbeAdvice DraftAdvice = new(
        "Confluence does not let the service account write drafts: give it View, Add page and Delete own in the space of Confluence:Drafts:Space, and no restriction on the page of Confluence:Drafts:ParentId. Drafts are kept and written later.",
        "Confluence does not answer: check Confluence:SiteUrl and the firewall. Drafts are kept and written later.",
        "Confluence throttles the calls or has an error of its own. Drafts are kept and written later.");

    /// <summary>Gets an answer and where the next page is.</summary>
    /// <param name="path">Path and query below the site.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Null when there is no such thing, or it is hidden.</returns>
    public async Task<(JsonElement Body, string? Next)?> GetAsync(string path, CancellationToken cancellation) => await NotedAsync(HttpMethod.Get, path, null, cancellation);

    /// <summary>Sends a body.</summary>
    /// <returns>Null when there is no such thing, or it is hidden.</returns>
    public async Task<JsonElement?> SendAsync(HttpMethod method, string path, JsonNode body, CancellationToken cancellation) =>
        (await NotedAsync(method, path, JsonSerializer.SerializeToUtf8Bytes(body), cancellation))?.Body;

    /// <summary>Makes a call for a draft. What it may not write, Confluence answers with 403 or 404.</summary>
    /// <returns>Null when there is no such thing, or it is hidden.</returns>
    public async Task<JsonElement?> DraftAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancellation) => (await notes.WatchAsync(
        Drafts, DraftAdvice, () => OnceAsync(method, path, body is null ? null : JsonSerializer.SerializeToUtf8Bytes(body), cancellation)))?.Body;

    private Task<(JsonElement Body, string? Next)?> NotedAsync(HttpMethod method, string path, byte[]? body, CancellationToken cancellation) =>
        notes.WatchAsync(System, Advice, () => OnceAsync(method, path, body, cancellation), static fault => fault.Code is "401");

    private async Task<(JsonElement Body, string? Next)?> OnceAsync(HttpMethod method, string path, byte[]? body, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(System);
        using var request = new HttpRequestMessage(method, new Uri(Endpoint.Base(options.Value.SiteUrl), path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.Value.Email}:{options.Value.ApiToken}")));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (body is not null)
            request.Content = VendorCall.Json(body);
        using var response = await VendorCall.SendAsync(client, request, System, ConfluenceOptions.Section, cancellation);
        var status = (int)response.StatusCode;
        if (status == 404)
            return null;
        if (!response.IsSuccessStatusCode)
            throw new VendorException(System, $"{status}", Message(status), VendorCall.IsRetryable(status), VendorCall.RetryAfter(response, time));
        return (LenientJson.Parse(await response.Content.ReadAsByteArrayAsync(cancellation), System), NextOf(response));
    }

    private static string Message(int status) => status switch
    {
        401 => "Confluence refuses the service account (401): check Confluence:Email and Confluence:ApiToken.",
        403 => "Confluence forbids it (403): the service account lacks a permission. Reading needs View on the spaces, checking a reader's rights needs Confluence Administrator, drafts need Add page in the space of Confluence:Drafts:Space.",
        409 => "Confluence has another version of the page (409).",
        413 => "Confluence refuses a page of more than 5 MB (413).",
        429 => "Confluence throttles the calls (429).",
        _ => $"Confluence answered {status}.",
    };

    // Path and query of the next page; only of our own site, whatever the header says.
    private string? NextOf(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Link", out var links))
            return null;
        foreach (var link in links.SelectMany(static header => header.Split(',')))
        {
            var (open, close) = (link.IndexOf('<', StringComparison.Ordinal), link.IndexOf('>', StringComparison.Ordinal));
            if (!link.Contains("rel=\"next\"", StringComparison.OrdinalIgnoreCase) || open < 0 || close < open)
                continue;
            // Atlassian gives a path from the root of the site, or a whole address.
            var target = new Uri(new Uri(Endpoint.Base(options.Value.SiteUrl), "/"), link[(open + 1)..close]);
            var at = target.PathAndQuery.IndexOf("wiki/api/v2/", StringComparison.Ordinal);
            return at < 0 ? null : target.PathAndQuery[at..];
        }

        return null;
    }
}
