using HelpDesk.Orchestrations;
using HelpDesk.Orchestrations.Durable;

namespace HelpDesk.Functions.Durable;

/// <summary>Runs an activity of the product inside an activity function.</summary>
public sealed class ActivityRunner(IServiceProvider services)
{
    /// <summary>
    /// Runs it and turns every fault but cancellation into a value. A cancelled run throws, so that the host runs the function again.
    /// </summary>
    public async Task<ActivityReply> RunAsync(ActivityReference activity, ActivityRequest request, CancellationToken cancellation)
    {
        var context = new ActivityContext(request.InstanceId, request.IdempotencyKey, request.Attempt, cancellation);
        try
        {
            return new ActivityReply(await activity.RunAsync(services, context, request.InputJson), null);
        }
        catch (VendorException fault)
        {
            return new ActivityReply(null, new ActivityFault(fault.Code, fault.Message, fault.IsRetryable, fault.RetryAfter));
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            return new ActivityReply(null, new ActivityFault(fault.GetType().Name, fault.Message, IsRetryable: false, RetryAfter: null));
        }
    }
}
