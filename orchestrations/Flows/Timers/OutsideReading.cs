using HelpDesk.Orchestrations.Flows.Knowledge;
using HelpDesk.Orchestrations.Flows.Tickets.Channels;
using HelpDesk.Orchestrations.Stages.Knowledge.Syncing;

namespace HelpDesk.Orchestrations.Flows.Timers;

/// <summary>Reads what does not come by itself: messages of channels that do not send, and the articles of knowledge sources with what becomes of drafts in them.</summary>
public sealed class OutsideReading(ChannelIntake channels, KnowledgeSync knowledge, VectorFill meaning, DraftRun drafts)
{
    /// <summary>Fetches messages.</summary>
    public Task<string> FetchChannelsAsync(CancellationToken cancellation) => channels.RunAsync(cancellation);

    /// <summary>
    /// Reads what changed in every knowledge source, writes down for review what solved tickets teach, then prepares what changed for search by meaning, which may
    /// take long. A source that is away keeps none of the others from its turn.
    /// </summary>
    public async Task<string> ReadKnowledgeAsync(CancellationToken cancellation)
    {
        string read;
        var (drafted, prepared) = ("", "");
        try
        {
            read = await knowledge.RunAsync(cancellation);
        }
        finally
        {
            try
            {
                drafted = await drafts.RunAsync(cancellation);
            }
            finally
            {
                prepared = await meaning.RunAsync(cancellation);
            }
        }

        return string.Join(' ', new[] { read, drafted, prepared }.Where(static text => text.Length > 0));
    }
}
