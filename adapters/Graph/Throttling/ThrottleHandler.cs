using System.Net;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Adapters.Graph.Throttling;

/// <summary>
/// Lets every request wait for its turn, says how urgent it is, and tells the governor what the answer says. What failed in a batch
/// without having been done waits for its turn once more, and so leaves in a new batch after the longest wait that Graph asked for.
/// </summary>
internal sealed class ThrottleHandler(ThrottleGovernor governor, TimeProvider time) : DelegatingHandler
{
    private const string Priority = "x-ms-throttle-priority";
    private const int MostAttempts = 3;

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var isBulk = WorkPriority.IsBackground;
        request.Headers.Remove(Priority);
        request.Headers.Add(Priority, isBulk ? "Low" : GraphCall.Current?.Operation.HoldsSecret == true ? "High" : "Normal");
        var cost = RequestCosts.Of(request.Method, request.RequestUri!);
        for (var attempt = 1; ; attempt++)
        {
            var response = await OnceAsync(request, cost, isBulk, cancellationToken);
            if (attempt == MostAttempts || !BatchMark.Has(request) || !IsToBeRepeated(request.Method, response.StatusCode))
                return response;
            response.Dispose();
        }
    }

    // 429 and 424 say that nothing was done. After 5xx a change may have been done: its caller looks before it tries again.
    private static bool IsToBeRepeated(HttpMethod method, HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.FailedDependency || (method == HttpMethod.Get && status >= HttpStatusCode.InternalServerError);

    private async Task<HttpResponseMessage> OnceAsync(HttpRequestMessage request, RequestCost cost, bool isBulk, CancellationToken cancellationToken)
    {
        var sentAt = await governor.EnterAsync(cost, isBulk, cancellationToken);
        try
        {
            GraphCall.Current?.Leaves();
            var response = await base.SendAsync(request, cancellationToken);
            governor.Answered(cost, isBulk, ThrottleAnswer.Of(response, time.GetUtcNow()), sentAt);
            return response;
        }
        finally
        {
            governor.Leave(cost);
        }
    }
}
