using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Remediation;

namespace HelpDesk.Adapters.Graph.Throttling;

/// <summary>Lets every request wait for its turn, says how urgent it is, and tells the governor what the answer says.</summary>
internal sealed class ThrottleHandler(ThrottleGovernor governor, TimeProvider time) : DelegatingHandler
{
    private const string Priority = "x-ms-throttle-priority";

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = GraphCall.Current;
        var cost = RequestCosts.Of(request.Method, request.RequestUri!);
        var isMass = WorkPriority.IsMass;
        request.Headers.Remove(Priority);
        request.Headers.Add(Priority, isMass ? "Low" : call?.Operation.HoldsSecret == true ? "High" : "Normal");

        var sentAt = await governor.EnterAsync(cost, isMass, cancellationToken);
        try
        {
            call?.Leaves();
            var response = await base.SendAsync(request, cancellationToken);
            governor.Answered(cost, isMass, ThrottleAnswer.Of(response, time.GetUtcNow()), sentAt);
            return response;
        }
        finally
        {
            governor.Leave(cost);
        }
    }
}
