using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Orchestrations.Flows.Tickets.Channels;

/// <summary>What becomes of one message of a channel. It waits for as long as the ticket system or the channel is away.</summary>
public sealed class ChannelMessageWorkflow : Workflow<ChannelMessageWorkflow.Input, TakeInChannelMessage.Result>
{
    /// <summary>How it is started.</summary>
    public static readonly WorkflowReference<Input, TakeInChannelMessage.Result> Reference = Named<ChannelMessageWorkflow>("channel-message");

    private static readonly RetryPolicy UntilItWorks = new(1_000_000, TimeSpan.FromSeconds(1), MaxDelay: TimeSpan.FromMinutes(5));

    /// <summary>The instance of a message.</summary>
    public static string IdFor(string key) => $"message-{key}";

    /// <inheritdoc />
    public override async Task<TakeInChannelMessage.Result> RunAsync(WorkflowContext context, Input input)
    {
        context.SetStatus("Taking in a message");
        return await context.CallAsync(TakeInChannelMessage.Reference, input, UntilItWorks);
    }

    /// <summary>What it takes.</summary>
    /// <param name="Key">Key of the message.</param>
    public sealed record Input(string Key);
}
