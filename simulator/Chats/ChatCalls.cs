namespace HelpDesk.Simulator.Chats;

/// <summary>What a chat system sends to the product: one request, and what it was answered with.</summary>
internal sealed class ChatCalls(SimulatorOptions options, IHttpClientFactory clients)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "chats";

    /// <summary>Sends it.</summary>
    /// <param name="channel">Last segment of the address of the product.</param>
    /// <param name="content">The body.</param>
    /// <param name="headers">Headers.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Status, 0 when no answer came, and the body of the answer.</returns>
    public async Task<(int Status, string Body)> SendAsync(string channel, HttpContent content, IReadOnlyDictionary<string, string> headers, CancellationToken cancellation)
    {
        if (options.Product is null)
            return (0, "");
        using var client = clients.CreateClient(ClientName);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Product, $"/api/webhooks/{channel}")) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        try
        {
            using var response = await client.SendAsync(request, cancellation);
            return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(cancellation));
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return (0, "");
        }
    }
}
