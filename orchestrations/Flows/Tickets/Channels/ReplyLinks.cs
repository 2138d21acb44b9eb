using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Conversation;

namespace HelpDesk.Orchestrations.Flows.Tickets.Channels;

/// <summary>The links under an answer on a channel.</summary>
public sealed class ReplyLinks(PersonLinks person, AccountLinks accounts)
{
    /// <summary>The person's own page of a case.</summary>
    public Uri MyLinkFor(CaseId caseId) => person.MyLinkFor(caseId);

    /// <summary>Where the person confirms that the account is theirs; null where that is not needed.</summary>
    public Task<Uri?> ConnectAsync(ReceivedMessage received, CancellationToken cancellation) => accounts.ForAsync(received, cancellation);
}
