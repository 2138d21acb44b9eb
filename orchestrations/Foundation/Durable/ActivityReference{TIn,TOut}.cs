using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Orchestrations.Foundation.Durable;

/// <summary>An activity by name, typed: what <see cref="WorkflowContext.CallAsync{TIn,TOut}"/> takes.</summary>
public sealed record ActivityReference<TIn, TOut>(string Name, Type ActivityType) : ActivityReference(Name, ActivityType)
{
    /// <inheritdoc />
    public override async Task<string> RunAsync(IServiceProvider services, ActivityContext context, string inputJson) =>
        DurableJson.Write(await RunAsync(services, context, DurableJson.Read<TIn>(inputJson)));

    /// <summary>Builds the activity from <paramref name="services"/> and runs it, behind all others when its instance is <see cref="BackgroundWork"/>.</summary>
    public async Task<TOut> RunAsync(IServiceProvider services, ActivityContext context, TIn input)
    {
        using var priority = services.GetServices<BackgroundWork>().Any(work => work.Includes(context.InstanceId)) ? WorkPriority.EnterBackground() : null;
        return await ((Activity<TIn, TOut>)services.GetRequiredService(ActivityType)).RunAsync(context, input);
    }
}
