using HelpDesk.Orchestrations.Flows.Knowledge;
using HelpDesk.Orchestrations.Flows.Tickets.Channels;
using HelpDesk.Orchestrations.Stages.Knowledge.Syncing;

namespace HelpDesk.Orchestrations.Flows.Timers;

/// <summary>Reads what does not come by itself: messages of channels that do not send, and the articles of knowledge sources with what becomes of drafts in them.</summary>
public sealed class OutsideReading(ChannelIntake channels, KnowledgeSync knowledge, DraftRun drafts)
{
    /// <summary>Fetches messages.</summary>
    public Task<string> FetchChannelsAsync(CancellationToken cancellation) => channels.RunAsync(cancellation);

    /// <summary>Reads what changed in every knowledge source, then writes down for review what solved tickets teach. A source that is away keeps the second from nothing.</summary>
    public async Task<string> ReadKnowledgeAsync(CancellationToken cancellation)
    {
        var drafted = "";
        string read;
        try
        {
            read = await knowledge.RunAsync(cancellation);
        }
        finally
        {
            drafted = await drafts.RunAsync(cancellation);
        }

        return $"{read} {drafted}".Trim();
    }
}
