using HelpDesk.Orchestrations.Flows.Tickets.Channels;
using HelpDesk.Orchestrations.Stages.Knowledge.Syncing;

namespace HelpDesk.Orchestrations.Flows.Timers;

/// <summary>Reads what does not come by itself: messages of channels that do not send, and the articles of knowledge sources.</summary>
public sealed class OutsideReading(ChannelIntake channels, KnowledgeSync knowledge)
{
    /// <summary>Fetches messages.</summary>
    public Task<string> FetchChannelsAsync(CancellationToken cancellation) => channels.RunAsync(cancellation);

    /// <summary>Reads what changed in every knowledge source.</summary>
    public Task<string> ReadKnowledgeAsync(CancellationToken cancellation) => knowledge.RunAsync(cancellation);
}
