using HelpDesk.Orchestrations.Foundation.Durable;
using ActivityContext = HelpDesk.Orchestrations.Foundation.Durable.ActivityContext;

namespace HelpDesk.Contract;

/// <summary>An activity of the product, built from services of the test's own and noted at every run that succeeded.</summary>
/// <param name="Inner">The activity.</param>
/// <param name="Services">What it is built from.</param>
/// <param name="Note">Gets the name and the idempotency key.</param>
public sealed record NotedActivity(ActivityReference Inner, IServiceProvider Services, Action<string, string> Note) : ActivityReference(Inner.Name, Inner.ActivityType)
{
    public override async Task<string> RunAsync(IServiceProvider services, ActivityContext context, string inputJson)
    {
        var output = await Inner.RunAsync(Services, context, inputJson);
        // Afterwards: who waits for a note may rely on what the activity stored.
        Note(Name, context.IdempotencyKey);
        return output;
    }
}
