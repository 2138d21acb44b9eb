using HelpDesk.Adapters.Graph.Calls;
using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace HelpDesk.Adapters.Graph.Beta;

/// <summary>
/// The only way to Graph's beta root. Nothing in it is used unless <see cref="GraphOptions.UseBetaEndpoints"/> is on: Microsoft may change
/// what is beta without notice, and does not support it in production.
/// </summary>
internal sealed class BetaGraph(GraphGateway graph, IOptions<GraphOptions> options)
{
    // Every fault is read as Graph's own error, as the generated clients do.
    private static readonly Dictionary<string, ParsableFactory<IParsable>> Errors = new(StringComparer.Ordinal)
    {
        ["4XX"] = ODataError.CreateFromDiscriminatorValue,
        ["5XX"] = ODataError.CreateFromDiscriminatorValue,
    };

    /// <summary>True when an owner switched the beta endpoints on.</summary>
    public bool IsOn => options.Value.UseBetaEndpoints;

    /// <summary>Posts without a body, as a client of the gateway's that is signed in already.</summary>
    /// <exception cref="InvalidOperationException">Beta endpoints are off.</exception>
    public Task PostAsync(GraphServiceClient client, string path, CancellationToken cancellation) =>
        client.RequestAdapter.SendNoContentAsync(Request(Method.POST, path), Errors, cancellation);

    /// <summary>Reads one object, whose properties are in <see cref="Entity.AdditionalData"/>.</summary>
    /// <exception cref="HelpDesk.Orchestrations.Foundation.VendorException">As the gateway's.</exception>
    public Task<GraphReply<Entity>> ReadAsync(GraphOperation operation, string path, CancellationToken cancellation) =>
        graph.ReadAsync(operation, (client, stop) => client.RequestAdapter.SendAsync(Request(Method.GET, path), Entity.CreateFromDiscriminatorValue, Errors, stop), cancellation);

    private RequestInformation Request(Method method, string path)
    {
        if (!IsOn)
            throw new InvalidOperationException("A beta endpoint was called although Graph:UseBetaEndpoints is off.");
        var request = new RequestInformation { HttpMethod = method, URI = new Uri($"{options.Value.BetaRoot}{path}") };
        request.Headers.Add("Accept", "application/json");
        return request;
    }
}
