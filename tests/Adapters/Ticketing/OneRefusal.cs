using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Adapters.Tests.Ticketing;

/// <summary>Refuses the token of the first call of a client to a path, as a service does whose keys have changed.</summary>
internal sealed class OneRefusal(string path, int[] left) : DelegatingHandler
{
    public static void Add(IServiceCollection services, string client, string path)
    {
        int[] left = [1];
        services.AddHttpClient(client).AddHttpMessageHandler(() => new OneRefusal(path, left));
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.RequestUri!.AbsolutePath.Contains(path, StringComparison.Ordinal) && left[0]-- > 0
            ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.Unauthorized))
            : base.SendAsync(request, cancellationToken);
}
