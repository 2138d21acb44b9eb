using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Notifications;
using Microsoft.Extensions.Options;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.SendMail;

namespace HelpDesk.Adapters.Graph.Mail;

/// <summary>
/// Writes to people from one mailbox: a way to the person and their manager that does not go through the ticket. It takes letters only; group notices
/// go to the other channels. A letter whose answer was lost is sent again.
/// </summary>
internal sealed class GraphMailChannel(GraphGateway graph, IDirectory directory, IOptions<GraphOptions> options) : INoticeChannel
{
    // Exchange takes 30 messages a minute from one mailbox.
    private static readonly TimeSpan Gap = TimeSpan.FromSeconds(2);

    // Not static: what only some deployments need is not among the roles that all are given (infra-bicep/scripts/graph-roles).
    private readonly GraphOperation _send = new("send mail from the notice mailbox", "Mail.Send") { Identity = GraphIdentity.IdentityWrites };

    public string Id => "mail";

    public string Name => "mail";

    public ChannelLimits Limits => new(PostsAtOnce: 1, Gap, options.Value.Timeout + TimeSpan.FromSeconds(5), ChannelLimits.PatientRetry);

    public bool Takes(NoticeKind kind) => NoticeKinds.IsLetter(kind);

    public async Task PostAsync(Notice notice, string key, CancellationToken cancellation)
    {
        foreach (var letter in notice.Letters)
        {
            // The address as the directory has it now: never one out of a ticket.
            if ((await directory.GetPersonAsync(letter.PersonId, cancellation))?.Mail is { Length: > 0 } address)
                await SendAsync(letter, address, cancellation);
        }
    }

    public void GaveUp()
    {
        // The case lists what was not delivered, and the audit log has it; Graph's own state is in health already.
    }

    private async Task SendAsync(NoticeLetter letter, string address, CancellationToken cancellation)
    {
        var message = new Message
        {
            Subject = OutgoingText.Clean(letter.Subject, 200),
            Body = new ItemBody { ContentType = BodyType.Text, Content = letter.Text },
            ToRecipients = [new Recipient { EmailAddress = new EmailAddress { Address = address } }],
        };
        // Under the names of the reference page: those of the SDK begin with capitals.
        var body = new SendMailPostRequestBody { AdditionalData = new Dictionary<string, object>(StringComparer.Ordinal) { ["message"] = message, ["saveToSentItems"] = false } };
        await graph.DoAsync(_send, (client, stop) => client.Users[options.Value.NoticeMailbox].SendMail.PostAsync(body, cancellationToken: stop), cancellation);
    }
}
