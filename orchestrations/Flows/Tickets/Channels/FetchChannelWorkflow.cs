using System.Globalization;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Orchestrations.Flows.Tickets.Channels;

/// <summary>Fetches from a channel that said that there is something: once for all that it says in the same few seconds.</summary>
public sealed class FetchChannelWorkflow : Workflow<FetchChannelWorkflow.Input, FetchChannel.Result>
{
    /// <summary>How it is started.</summary>
    public static readonly WorkflowReference<Input, FetchChannel.Result> Reference = Named<FetchChannelWorkflow>("fetch-channel");

    private static readonly TimeSpan Together = TimeSpan.FromSeconds(2);

    /// <summary>The instance of a moment.</summary>
    public static string IdFor(string channel, DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"fetch-{channel}-{at.UtcTicks / Together.Ticks}");

    /// <inheritdoc />
    public override async Task<FetchChannel.Result> RunAsync(WorkflowContext context, Input input)
    {
        // What is said at the end of this moment starts nothing any more and must still be fetched.
        await context.SleepUntilAsync(context.UtcNow + Together);
        return await context.CallAsync(FetchChannel.Reference, input, RetryPolicy.Vendor);
    }

    /// <summary>What it takes.</summary>
    /// <param name="Channel">The channel.</param>
    public sealed record Input(string Channel);
}
