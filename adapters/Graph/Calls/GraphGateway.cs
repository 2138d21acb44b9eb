using Azure.Core;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Health;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Authentication.Azure;

namespace HelpDesk.Adapters.Graph.Calls;

/// <summary>
/// The one way to Graph: every call goes as the identity of its class of risk, has our time limit and id, no retry inside (the workflow retries), and faults leave as
/// <see cref="VendorException"/> only.
/// </summary>
internal sealed class GraphGateway : IDisposable
{
    /// <summary>Name of the HTTP client.</summary>
    public const string HttpClientName = "graph";

    private const int MostPages = 100;

    private readonly Lazy<GraphServiceClient>[] _clients;
    private readonly GraphOptions _options;
    private readonly TimeProvider _time;
    private readonly DependencyNotes _notes;
    private readonly ILogger<GraphGateway> _log;

    public GraphGateway(IHttpClientFactory clients, IGraphCredentials credentials, IOptions<GraphOptions> options, DependencyNotes notes, TimeProvider time, ILogger<GraphGateway> log)
    {
        _options = options.Value;
        _time = time;
        _notes = notes;
        _log = log;
        _clients = [.. Enum.GetValues<GraphIdentity>().Select(identity => new Lazy<GraphServiceClient>(() => Client(clients, credentials.Of(identity))))];
    }

    /// <summary>Asks Graph.</summary>
    /// <exception cref="VendorException">A fault, or a status that is not among the operation's answers.</exception>
    public async Task<GraphReply<T>> AskAsync<T>(GraphOperation operation, Func<GraphServiceClient, CancellationToken, Task<T?>> ask, CancellationToken cancellation)
        where T : class
    {
        // Waiting for its turn is not Graph's time: the limit counts anew from when the request leaves.
        using var limit = new CancellationTokenSource(_options.Timeout + _options.LongestWait, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        var call = GraphCall.Begin(operation, () => limit.CancelAfter(_options.Timeout));
        try
        {
            var value = await ask(_clients[(int)operation.Identity].Value, both.Token);
            // The SDK takes a redirect without target for an empty success.
            if (call.Status is < 200 or >= 300)
                throw new ApiException($"Answered {call.Status}.") { ResponseStatusCode = call.Status };
            _notes.Allowed(GraphHealth.Name, operation.Permission);
            GraphLog.Answered(_log, operation.Doing, call.Status, call.RequestId, call.ClientRequestId);
            return new GraphReply<T>(value, call.Status, call.RequestId);
        }
        catch (ApiException fault) when (operation.Answers.Contains(fault.ResponseStatusCode) || call.ApprovalCode is not null)
        {
            GraphLog.Answered(_log, operation.Doing, fault.ResponseStatusCode, call.RequestId, call.ClientRequestId);
            return new GraphReply<T>(null, fault.ResponseStatusCode, call.RequestId, GraphErrors.CodeOf(fault), GraphErrors.TextOf(fault)) { ApprovalCode = call.ApprovalCode };
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested && GraphErrors.IsFault(fault))
        {
            var mapped = GraphErrors.Map(fault, operation, call);
            if (call.Status == 403)
                _notes.Refused(GraphHealth.Name, operation.Permission, GraphHealth.Missing(operation));
            GraphLog.Failed(_log, operation.Doing, mapped.Code, mapped.IsRetryable, mapped.RetryAfter, mapped.RequestId, call.ClientRequestId);
            throw mapped;
        }
    }

    /// <summary>Reads something: an answer without a body is a fault, unless its status is among the operation's answers.</summary>
    /// <exception cref="VendorException">As <see cref="AskAsync"/>.</exception>
    public async Task<GraphReply<T>> ReadAsync<T>(GraphOperation operation, Func<GraphServiceClient, CancellationToken, Task<T?>> ask, CancellationToken cancellation)
        where T : class
    {
        var reply = await AskAsync(operation, ask, cancellation);
        return reply is { IsDone: true, Value: null }
            ? throw new VendorException("graph", "unreadable", $"Graph's answer to \"{operation.Doing}\" is empty: check that nothing between us and Graph:BaseUrl changes it.", isRetryable: true) { RequestId = reply.RequestId }
            : reply;
    }

    /// <summary>Asks Graph to do something that answers with no body.</summary>
    /// <exception cref="VendorException">As <see cref="AskAsync"/>.</exception>
    public Task<GraphReply<object>> DoAsync(GraphOperation operation, Func<GraphServiceClient, CancellationToken, Task> act, CancellationToken cancellation) =>
        AskAsync<object>(
            operation,
            async (client, stop) =>
            {
                await act(client, stop);
                return null;
            },
            cancellation);

    /// <summary>Reads all pages.</summary>
    /// <param name="operation">What is read.</param>
    /// <param name="first">Asks for the first page.</param>
    /// <param name="next">Asks for the page at a link.</param>
    /// <param name="items">The items of a page.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <param name="most">No further page is read once there are more items than so many. Default all are read.</param>
    /// <returns>All items; null when the object they belong to is missing, or the answer is another of the operation's that is no list.</returns>
    public async Task<IReadOnlyList<TItem>?> AllAsync<TPage, TItem>(
        GraphOperation operation,
        Func<GraphServiceClient, CancellationToken, Task<TPage?>> first,
        Func<GraphServiceClient, string, CancellationToken, Task<TPage?>> next,
        Func<TPage, IEnumerable<TItem>?> items,
        CancellationToken cancellation,
        int most = int.MaxValue)
        where TPage : Microsoft.Graph.Models.BaseCollectionPaginationCountResponse
    {
        var reply = await ReadAsync(operation, first, cancellation);
        var all = new List<TItem>();
        for (var pages = 1; ; pages++)
        {
            if (reply.Value is not { } page)
                return null;
            all.AddRange(items(page) ?? []);
            if (string.IsNullOrEmpty(page.OdataNextLink) || all.Count > most)
                return all;
            if (pages == MostPages || !IsOurs(page.OdataNextLink))
                throw new VendorException("graph", "paging", $"Graph's answer to \"{operation.Doing}\" continues without end or at another host; check Graph:BaseUrl.", isRetryable: false) { RequestId = reply.RequestId };
            reply = await ReadAsync(operation, (client, stop) => next(client, page.OdataNextLink, stop), cancellation);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var client in _clients.Where(client => client.IsValueCreated))
            client.Value.Dispose();
    }

    private GraphServiceClient Client(IHttpClientFactory clients, TokenCredential credential)
    {
        // The host is named so that no token follows a link to elsewhere.
        var tokens = new AzureIdentityAuthenticationProvider(credential, [_options.BaseUrl.Host], null, isCaeEnabled: true, _options.Scope);
        return new GraphServiceClient(clients.CreateClient(HttpClientName), tokens, _options.Root);
    }

    private bool IsOurs(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var url)
        && url.GetLeftPart(UriPartial.Authority) == _options.BaseUrl.GetLeftPart(UriPartial.Authority);
}
