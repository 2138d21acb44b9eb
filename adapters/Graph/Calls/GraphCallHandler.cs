namespace HelpDesk.Adapters.Graph.Calls;

/// <summary>Sends our id with every request and keeps what only the answer's headers say.</summary>
internal sealed class GraphCallHandler(TimeProvider time) : DelegatingHandler
{
    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = GraphCall.Current;
        if (call is not null)
        {
            request.Headers.Remove("client-request-id");
            request.Headers.Add("client-request-id", call.ClientRequestId);
            foreach (var (name, value) in call.Operation.Headers)
                request.Headers.TryAddWithoutValidation(name, value);
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (call is null)
            return response;

        call.Status = (int)response.StatusCode;
        call.RequestId = response.Headers.TryGetValues("request-id", out var ids) ? ids.FirstOrDefault() : null;
        call.ApprovalCode = response.Headers.TryGetValues("x-msft-approval-code", out var codes) ? codes.FirstOrDefault() : null;
        call.RetryAfter = RetryAfterHeader.Wait(response.Headers.RetryAfter, time.GetUtcNow());
        return response;
    }
}
