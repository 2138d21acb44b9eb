using System.Diagnostics;
using HelpDesk.Orchestrations;
using HelpDesk.Orchestrations.Durable;
using Microsoft.DurableTask.Client;
using ActivityContext = HelpDesk.Orchestrations.Durable.ActivityContext;

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
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            var output = await activity.RunAsync(scope.ServiceProvider, context, request.InputJson);
            return new ActivityReply(DurableJson.RequirePayload(output, activity.Name), null);
        }
        catch (VendorException fault)
        {
            span?.SetStatus(ActivityStatusCode.Error, fault.Code);
            return new ActivityReply(null, new ActivityFault(fault.Code, $"{fault.System}: {fault.Message}", fault.IsRetryable, fault.RetryAfter));
        }
        catch (StepFailedException fault)
        {
            return new ActivityReply(null, new ActivityFault(fault.Code, $"{fault.Step}: {fault.Message}", fault.IsRetryable, RetryAfter: null));
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            span?.SetStatus(ActivityStatusCode.Error, fault.GetType().Name);
            // Any other message may quote what it choked on, and this one stands in a history: only its type is kept.
            return new ActivityReply(null, new ActivityFault(fault.GetType().Name, $"The activity stopped by {fault.GetType().Name}.", IsRetryable: false, RetryAfter: null));
        }
    }
}
