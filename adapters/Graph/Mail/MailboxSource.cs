using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Options;
using Microsoft.Graph.Users.Item.MailFolders.Item.Messages.Delta;

namespace HelpDesk.Adapters.Graph.Mail;

/// <summary>
/// Reads the mailbox to which people write (contract: conversation, 2): what changed in its inbox since last time, then each mail with its headers. A mail that
/// cannot be read is given all the same, without its text, so that a person sees it.
/// </summary>
internal sealed class MailboxSource(GraphGateway graph, MailboxSubscription subscription, IOptions<GraphOptions> options, TimeProvider time) : IChannelSource
{
    /// <summary>Name of the channel.</summary>
    public const string Name = "mail";

    // One call takes so many pages; a full mailbox is read in several.
    private const int MostPages = 10;

    private const string Ids = "IdType=\"ImmutableId\", odata.maxpagesize=50";
    // As HTML: in Exchange's own plain text what was hidden in a mail stands beside what was shown.
    private const string Html = "IdType=\"ImmutableId\", outlook.body-content-type=\"html\"";

    // How far before the last reading it begins again when Exchange does not know the place any more; what came twice is one.
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    private static readonly string[] Fields = ["id", "internetMessageId", "conversationId", "subject", "from", "sender", "receivedDateTime", "internetMessageHeaders", "uniqueBody", "hasAttachments"];

    private readonly GraphOperation _delta = new("read what came to the intake mailbox", "Mail.Read") { Answers = [410] };
    private readonly GraphOperation _files = new("read the names of a mail's attachments", "Mail.Read") { Answers = [404] };
    private readonly GraphOperation _read = new("read a mail of the intake mailbox", "Mail.Read") { Answers = [404] };

    public string Channel => Name;

    public async Task<ChannelFetched> FetchAsync(ChannelPlace? from, Func<ChannelMessage, CancellationToken, Task> accept, CancellationToken cancellation)
    {
        await subscription.KeepAsync(cancellation);
        var (now, given) = (time.GetUtcNow(), 0);
        var link = from?.Text;
        for (var page = 0; ; page++)
        {
            var reply = await graph.ReadAsync(_delta, (client, stop) => PageAsync(client, link, from?.At - Overlap ?? now, stop), cancellation);
            if (reply.Value is not { } changes)
            {
                // The place is too old for Exchange: from the time of the last reading on.
                link = link is null ? throw new VendorException("graph", "410", "Graph gives no changes of the intake mailbox (Graph:IntakeMailbox).", isRetryable: true) : null;
                continue;
            }

            foreach (var change in changes.Value ?? [])
            {
                if (change is not { Id: { Length: > 0 } id } || change.AdditionalData.ContainsKey("@removed"))
                    continue;
                if (await MessageAsync(id, cancellation) is not { } message)
                    continue;
                await accept(message, cancellation);
                given++;
            }

            var next = changes.OdataNextLink ?? changes.OdataDeltaLink ?? throw new VendorException("graph", "unreadable", "Graph's answer about the intake mailbox names no place to go on from.", isRetryable: true);
            if (!IsOurs(next))
                throw new VendorException("graph", "paging", "Graph's answer about the intake mailbox continues at another host; check Graph:BaseUrl.", isRetryable: false);
            if (changes.OdataDeltaLink is not null || page >= MostPages)
                return new ChannelFetched(new ChannelPlace(next, now), given);
            link = next;
        }
    }

    private Task<DeltaGetResponse?> PageAsync(Microsoft.Graph.GraphServiceClient client, string? link, DateTimeOffset since, CancellationToken stop)
    {
        var delta = client.Users[options.Value.IntakeMailbox].MailFolders["inbox"].Messages.Delta;
        return link is not null
            ? delta.WithUrl(link).GetAsDeltaGetResponseAsync(request => request.Headers.Add("Prefer", Ids), stop)
            : delta.GetAsDeltaGetResponseAsync(
                request =>
                {
                    request.Headers.Add("Prefer", Ids);
                    request.QueryParameters.ChangeType = "created";
                    request.QueryParameters.Select = ["id"];
                    request.QueryParameters.Filter = $"receivedDateTime ge {since.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}";
                },
                stop);
    }

    // Null when it was moved or deleted since.
    private async Task<ChannelMessage?> MessageAsync(string id, CancellationToken cancellation)
    {
        try
        {
            var mail = await graph.AskAsync(
                _read,
                (client, stop) => client.Users[options.Value.IntakeMailbox].Messages[id].GetAsync(
                    request =>
                    {
                        request.Headers.Add("Prefer", Html);
                        request.QueryParameters.Select = Fields;
                    },
                    stop),
                cancellation);
            return mail.Value is { } message ? MailReading.Read(message, message.HasAttachments == true ? await FilesAsync(id, cancellation) : [], options.Value) : null;
        }
        catch (VendorException fault) when (!fault.IsRetryable && fault.Code is not ("401" or "403"))
        {
            return new ChannelMessage(Name, id, $"unread/{id}", new ChannelSender(SenderProof.None, null, null, "unknown"), $"A mail to {options.Value.IntakeMailbox} could not be read: {fault.Message} Open it in the mailbox.", time.GetUtcNow())
            {
                Subject = "A mail that could not be read", IsThreaded = true,
            };
        }
    }

    // Names and sizes only: what is in a file is never read.
    private async Task<IReadOnlyList<ChannelFile>> FilesAsync(string id, CancellationToken cancellation)
    {
        var files = await graph.AskAsync(
            _files,
            (client, stop) => client.Users[options.Value.IntakeMailbox].Messages[id].Attachments.GetAsync(
                request =>
                {
                    request.Headers.Add("Prefer", "IdType=\"ImmutableId\"");
                    request.QueryParameters.Select = ["name", "contentType", "size", "isInline"];
                },
                stop),
            cancellation);
        // Pictures of a signature are inside the text.
        return [.. (files.Value?.Value ?? []).Where(static file => file.IsInline != true).Take(ChannelFile.Most).Select(static file => new ChannelFile(OutgoingText.Clean(file.Name ?? "?", ChannelFile.LongestName), file.Size))];
    }

    private bool IsOurs(string link) => Uri.TryCreate(link, UriKind.Absolute, out var url) && url.GetLeftPart(UriPartial.Authority) == options.Value.BaseUrl.GetLeftPart(UriPartial.Authority);
}
