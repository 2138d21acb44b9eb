using System.Diagnostics;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.DurableTask.Client;
using ActivityContext = HelpDesk.Orchestrations.Foundation.Durable.ActivityContext;

namespace HelpDesk.Functions.Durable;

/// <summary>Runs an activity of the product inside an activity function.</summary>
public sealed class ActivityRunner(IServiceScopeFactory scopes, DurableClients clients)
{
    /// <summary>
    /// Runs it and turns every fault but cancellation into a value. A cancelled run throws, so that the host runs the function again.
    /// </summary>
    public async Task<ActivityReply> RunAsync(ActivityReference activity, ActivityRequest request, DurableTaskClient client, CancellationToken cancellation)
    {
        clients.Use(client);
        var context = new ActivityContext(request.InstanceId, request.IdempotencyKey, request.Attempt, cancellation);
        using var span = DurableTelemetry.Begin(activity.Name, request);
        // The host counts an activity function as running while it waits: it comes back by a durable timer instead.
        using var slot = WorkSlot.Enter(null, request.Share);
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            var output = await activity.RunAsync(scope.ServiceProvider, context, request.InputJson);
            return new ActivityReply(Payload.Require(output, $"{request.IdempotencyKey} activity:{activity.Name} result"), null);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested || fault is VendorException or StepFailedException)
        {
            var failure = ErrorText.Of(fault);
            span?.SetStatus(ActivityStatusCode.Error, failure.Code);
            return new ActivityReply(null, new ActivityError(failure.Code, failure.Message, failure.IsRetryable, (fault as VendorException)?.RetryAfter));
        }
    }
}
