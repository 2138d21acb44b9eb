using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Intake;

/// <summary>
/// Where a channel sends what people write and press: how a request proves who sent it, and what it says. Size, duplicates and keeping are
/// the same for all channels and are not decided here.
/// </summary>
public interface IChannelWebhook
{
    /// <summary>Name of the channel; the address is <c>/api/webhooks/</c> and this name.</summary>
    string Channel { get; }

    /// <summary>The setting without which no request can be checked and the address answers 503; null when it is given.</summary>
    string? MissingSetting { get; }

    /// <summary>False when the headers alone show that the request proves nothing; asked with an empty body, before it is read.</summary>
    bool MayBeProven(WebhookRequest request) => true;

    /// <summary>Checks and reads a request.</summary>
    /// <exception cref="VendorException">What is needed to check it cannot be read now: it is answered 503, to be sent again.</exception>
    Task<ChannelReading> ReadAsync(WebhookRequest request, CancellationToken cancellation);

    /// <summary>The answer to a button that was pressed, in the channel's own form.</summary>
    /// <remarks>Default: an empty 200, for channels whose buttons are kept like messages (<see cref="ChannelReading.Messages"/>).</remarks>
    ChannelAnswer AnswerTo(ChannelMessage press, ChannelPressed pressed) => new(200);
}

/// <summary>What a request of a channel says.</summary>
/// <param name="Answer">What it is answered with once all messages are kept.</param>
/// <param name="Messages">What people wrote, each to be kept; empty when there is nothing to do.</param>
public sealed record ChannelReading(ChannelAnswer Answer, IReadOnlyList<ChannelMessage> Messages)
{
    /// <summary>A button that was pressed and whose answer says what became of it; null when there is none.</summary>
    public ChannelMessage? Pressed { get; init; }

    /// <summary>A card that refreshes by itself, for which no one pressed anything: its answer shows the message as it is now. Null when there is none.</summary>
    public ChannelMessage? Refreshed { get; init; }

    /// <summary>True when the request only says that there is something to fetch (<see cref="IChannelSource"/>).</summary>
    public bool Wakes { get; init; }

    /// <summary>Nothing to do.</summary>
    public static ChannelReading Of(int status, string? body = null, string contentType = "text/plain") => new(new ChannelAnswer(status, body, contentType), []);
}

/// <summary>The answer to a request of a channel.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">Body; null = none.</param>
/// <param name="ContentType">Its type.</param>
public sealed record ChannelAnswer(int Status, string? Body = null, string ContentType = "application/json")
{
    /// <summary>Headers of the answer.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>What became of a button that was pressed.</summary>
/// <param name="Text">In the person's language; empty when there is nothing to say and the message stays as it is.</param>
/// <param name="IsOver">True when the buttons do nothing any more.</param>
/// <param name="Post">The message as it was posted, for a channel whose answer replaces it; null when it is not known any more.</param>
public sealed record ChannelPressed(string Text, bool IsOver, ChannelPost? Post)
{
    /// <summary>True when it is the answer to a question: the buttons are taken off and show it. Default false.</summary>
    public bool IsAnswer { get; init; }
}
