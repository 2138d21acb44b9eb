using System.Globalization;
using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Channels;
using HelpDesk.Orchestrations.Stages.Conversation.Channels;
using HelpDesk.Orchestrations.Stages.Intake;

namespace HelpDesk.Orchestrations.Flows.Tickets.Channels;

/// <summary>Takes in what people write on channels: kept first, then started, then answered. Nothing slow happens here and nothing is decided.</summary>
public sealed class ChannelIntake(ChannelInbox inbox, IWorkflowClient workflows, IEnumerable<IChannelSource> sources, ChannelCatchUp catchUp, IArrivals arrivals, TimeProvider time)
{
    // Longer than any message is under way between being kept and being started.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    /// <summary>Keeps a message and starts its workflow; the same message twice is one.</summary>
    /// <exception cref="Foundation.VendorException">Store or engine cannot be reached: the channel must send it again.</exception>
    public async Task AcceptAsync(ChannelMessage message, CancellationToken cancellation)
    {
        arrivals.Arrived();
        var (key, isNew) = await inbox.KeepAsync(message, cancellation);
        if (isNew || await inbox.FindAsync(key, cancellation) is not null)
            await StartAsync(key, cancellation);
    }

    /// <summary>Fetches from every channel that does not send, then starts again what was kept and never started, and posts what a channel did not take while it was away.</summary>
    /// <returns>How many, in one sentence; empty when there was nothing.</returns>
    /// <exception cref="Foundation.VendorException">A channel could not be read; all others were.</exception>
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var (fetched, fault) = (0, (Foundation.VendorException?)null);
        foreach (var source in sources)
        {
            try
            {
                fetched += await FetchAsync(source, cancellation);
            }
            catch (Foundation.VendorException away)
            {
                fault ??= away;
            }
        }

        var recovered = await RecoverAsync(cancellation);
        var posted = await catchUp.RunAsync(cancellation);
        if (fault is not null)
            throw fault;
        return fetched + recovered + posted == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{fetched} messages fetched, {recovered} started again, {posted} posted late.");
    }

    /// <summary>Fetches from one channel soon, because it said that there is something. The next regular run does it, when this one is lost.</summary>
    public Task WakeAsync(string channel, CancellationToken cancellation)
    {
        arrivals.Arrived();
        return workflows.StartAsync(FetchChannelWorkflow.Reference, FetchChannelWorkflow.IdFor(channel, time.GetUtcNow()), new FetchChannelWorkflow.Input(channel), cancellation);
    }

    /// <summary>Fetches from one channel.</summary>
    /// <exception cref="Foundation.VendorException">It cannot be read now.</exception>
    public async Task<int> FetchAsync(string channel, CancellationToken cancellation)
    {
        var fetched = 0;
        foreach (var source in sources.Where(source => source.Channel == channel))
            fetched += await FetchAsync(source, cancellation);
        return fetched;
    }

    private async Task<int> FetchAsync(IChannelSource source, CancellationToken cancellation)
    {
        var fetched = await source.FetchAsync(await inbox.PlaceAsync(source.Channel, cancellation), AcceptAsync, cancellation);
        await inbox.KeepPlaceAsync(source.Channel, fetched.Next, cancellation);
        return fetched.Messages;
    }

    private async Task<int> RecoverAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var since = await inbox.RecoveredUntilAsync(cancellation) is { } last ? last - Overlap : DateTimeOffset.MinValue;
        var recovered = 0;
        await foreach (var key in inbox.SinceAsync(since, cancellation))
        {
            if (await inbox.FindAsync(key, cancellation) is not null && await StartAsync(key, cancellation))
                recovered++;
        }

        await inbox.MarkRecoveredAsync(now, cancellation);
        return recovered;
    }

    private Task<bool> StartAsync(string key, CancellationToken cancellation) =>
        workflows.StartAsync(ChannelMessageWorkflow.Reference, ChannelMessageWorkflow.IdFor(key), new ChannelMessageWorkflow.Input(key), cancellation);
}
