using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Channels;

/// <summary>A channel whose messages are fetched rather than sent to us: a mailbox.</summary>
public interface IChannelSource
{
    /// <summary>Name of the channel.</summary>
    string Channel { get; }

    /// <summary>Gives what came since the last call, each message at least once.</summary>
    /// <param name="accept">Keeps a message durably; what it threw for is given again by the next call.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>How many were given.</returns>
    /// <exception cref="VendorException">The channel cannot be read now, or needs a permission that the message names.</exception>
    Task<int> FetchAsync(Func<ChannelMessage, CancellationToken, Task> accept, CancellationToken cancellation);
}
