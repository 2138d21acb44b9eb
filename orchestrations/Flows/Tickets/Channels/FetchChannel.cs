using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Orchestrations.Flows.Tickets.Channels;

/// <summary>Fetches what came on a channel.</summary>
public sealed class FetchChannel(ChannelIntake intake) : Activity<FetchChannelWorkflow.Input, FetchChannel.Result>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<FetchChannelWorkflow.Input, Result> Reference = Named<FetchChannel>("fetch-channel-messages");

    /// <inheritdoc />
    public override async Task<Result> RunAsync(ActivityContext context, FetchChannelWorkflow.Input input) => new(await intake.FetchAsync(input.Channel, context.Cancellation));

    /// <summary>What was fetched.</summary>
    /// <param name="Messages">How many.</param>
    public sealed record Result(int Messages);
}
