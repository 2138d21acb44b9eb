using HelpDesk.Orchestrations.Durable;
using ActivityContext = HelpDesk.Orchestrations.Durable.ActivityContext;

namespace HelpDesk.Contract;

/// <summary>An activity of the product, built from services of the test's own and noted at every run.</summary>
/// <param name="Inner">The activity.</param>
/// <param name="Services">What it is built from.</param>
/// <param name="Note">Gets the name and the idempotency key.</param>
public sealed record NotedActivity(ActivityReference Inner, IServiceProvider Services, Action<string, string> Note) : ActivityReference(Inner.Name, Inner.ActivityType)
{
    public override Task<string> RunAsync(IServiceProvider services, ActivityContext context, string inputJson)
    {
        Note(Name, context.IdempotencyKey);
        return Inner.RunAsync(Services, context, inputJson);
    }
}
