using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Domain.Directory;
using Microsoft.Extensions.Options;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.Messages.Item.Reply;

namespace HelpDesk.Adapters.Graph.Mail;

/// <summary>
/// The mailbox to which people write, as a channel of conversations: an answer is a reply in the thread, to the address that the directory has of the person and
/// never to the one that the mail asks for. Options are chosen by number or on the person's own page.
/// </summary>
internal sealed class MailboxChannel(GraphGateway graph, IDirectory directory, IOptions<GraphOptions> options) : IConversationChannel
{
    private readonly GraphOperation _find = new("find the mail to reply to", "Mail.Read");
    private readonly GraphOperation _reply = new("reply to a mail", "Mail.Send") { Identity = GraphIdentity.IdentityWrites, Answers = [404] };

    public string Name => MailboxSource.Name;

    public string Title => "Mail";

    // Ticket systems mail people themselves: a second mail about each question would be noise.
    public bool IsProactive => false;

    public async Task<ChannelPosted?> PostAsync(ChannelPost post, CancellationToken cancellation)
    {
        if (post.Thread is not { } thread || post.PersonId is not { } person || (await directory.GetPersonAsync(person, cancellation))?.Mail is not { Length: > 0 } address)
            return null;
        if (await LastAsync(thread, cancellation) is not { } mail)
            return null;
        var message = new Message
        {
            ToRecipients = [new Recipient { EmailAddress = new EmailAddress { Address = address } }],
            // The only header of this kind that Graph lets us set; machines that keep to it do not answer.
            InternetMessageHeaders = [new InternetMessageHeader { Name = "x-auto-response-suppress", Value = "All" }],
        };
        var comment = $"{(post.Heading is { } heading ? $"{heading}\n\n" : "")}{post.Text}{(post.Page is { } page ? $"\n\n{page.Title}: {page.Address}" : "")}";
        // Under the names of the reference page: those of the SDK begin with capitals.
        var body = new ReplyPostRequestBody { AdditionalData = new Dictionary<string, object>(StringComparer.Ordinal) { ["message"] = message, ["comment"] = comment } };
        var reply = await graph.DoAsync(_reply, (client, stop) => client.Users[options.Value.IntakeMailbox].Messages[mail].Reply.PostAsync(body, cancellationToken: stop), cancellation);
        return reply.Status < 400 ? new ChannelPosted(thread, null) : null;
    }

    // The newest mail of the thread that is not our own; null when all were deleted.
    private async Task<string?> LastAsync(string thread, CancellationToken cancellation)
    {
        var found = await graph.ReadAsync(
            _find,
            (client, stop) => client.Users[options.Value.IntakeMailbox].Messages.GetAsync(
                request =>
                {
                    request.Headers.Add("Prefer", "IdType=\"ImmutableId\"");
                    request.QueryParameters.Filter = $"conversationId eq '{thread.Replace("'", "''", StringComparison.Ordinal)}'";
                    request.QueryParameters.Select = ["id", "from", "receivedDateTime"];
                    request.QueryParameters.Top = 50;
                },
                stop),
            cancellation);
        return found.Value?.Value?.Where(mail => !string.Equals(mail.From?.EmailAddress?.Address, options.Value.IntakeMailbox, StringComparison.OrdinalIgnoreCase)).MaxBy(static mail => mail.ReceivedDateTime)?.Id;
    }
}
