using System.Net;

namespace HelpDesk.Adapters.Tests.KeyVault;

/// <summary>Keeps what was sent and answers by rule.</summary>
internal sealed class RecordingHandler(Func<HttpRequestMessage, string, HttpResponseMessage> answer) : HttpMessageHandler
{
    public List<(HttpRequestMessage Request, string Body)> Sent { get; } = [];

    public static RecordingHandler Of(HttpStatusCode status) => new((_, _) => new HttpResponseMessage(status));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Sent.Add((request, body));
        return answer(request, body);
    }
}
