using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Orchestrations.Flows.Notices;

/// <summary>Lists the channels that are connected now. An activity, so that a replay goes through the same ones.</summary>
public sealed class ListChannels(ChannelOutboxes outboxes) : Activity<Unit, ListChannels.Result>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Unit, Result> Reference = Named<ListChannels>("list-channels");

    /// <inheritdoc />
    public override Task<Result> RunAsync(ActivityContext context, Unit input) => Task.FromResult(new Result(outboxes.Ids));

    /// <summary>What <see cref="ListChannels"/> gives.</summary>
    /// <param name="Channels">Ids of the channels, in order.</param>
    public sealed record Result(IReadOnlyList<string> Channels);
}
