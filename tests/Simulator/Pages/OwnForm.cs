namespace HelpDesk.Simulator.Tests.Pages;

/// <summary>Posts forms as a browser does.</summary>
internal static class OwnForm
{
    /// <summary>Posts a form of the simulator's own page.</summary>
    public static Task<HttpResponseMessage> PostAsync(RunningSimulator simulator, string path, params (string Name, string Value)[] fields) =>
        PostAsync(simulator, path, simulator.Http.BaseAddress!.GetLeftPart(UriPartial.Authority), "same-origin", fields);

    /// <summary>Posts a form with these headers; null leaves one out. No redirect is followed.</summary>
    public static async Task<HttpResponseMessage> PostAsync(RunningSimulator simulator, string path, string? origin, string? site, params (string Name, string Value)[] fields)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = simulator.Http.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        if (site is not null)
            request.Headers.Add("Sec-Fetch-Site", site);
        return await client.SendAsync(request);
    }
}
