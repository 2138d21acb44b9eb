using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Channels;

/// <summary>A channel whose messages are fetched rather than sent to us: a mailbox. How far it came is kept for it.</summary>
public interface IChannelSource
{
    /// <summary>Name of the channel.</summary>
    string Channel { get; }

    /// <summary>Gives what came since a place, each message at least once.</summary>
    /// <param name="from">Where the last call ended; null at the first, and then only what comes from now on is given.</param>
    /// <param name="accept">Keeps a message durably. When it throws, nothing of this call counts, and the next begins at the same place.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Where the next call begins, and how many were given.</returns>
    /// <exception cref="VendorException">The channel cannot be read now, or needs a permission that the message names.</exception>
    Task<ChannelFetched> FetchAsync(ChannelPlace? from, Func<ChannelMessage, CancellationToken, Task> accept, CancellationToken cancellation);
}

/// <summary>How far a channel was read.</summary>
/// <param name="Text">In the channel's own form; opaque to everybody else.</param>
/// <param name="At">When that was, UTC: where it begins again when the place is not known there any more.</param>
public sealed record ChannelPlace(string Text, DateTimeOffset At);

/// <summary>What one call fetched.</summary>
/// <param name="Next">Where the next begins.</param>
/// <param name="Messages">How many were given.</param>
public sealed record ChannelFetched(ChannelPlace Next, int Messages);
