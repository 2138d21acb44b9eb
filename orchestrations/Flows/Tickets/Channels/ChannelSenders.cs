using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Ledger.Channels;
using HelpDesk.Orchestrations.Stages.Conversation.Channels;

namespace HelpDesk.Orchestrations.Flows.Tickets.Channels;

/// <summary>Says which person of the directory wrote a message: live, a member, and one person. Names and words prove nothing.</summary>
public sealed class ChannelSenders(IDirectory directory, ChannelPosts channels, ChannelAccounts accounts)
{
    /// <summary>The message with its sender; without a person when the channel proves none, or the directory has no such live member.</summary>
    /// <param name="key">Key of the message.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="Foundation.VendorException">The directory or the channel cannot be read now.</exception>
    public async Task<ReceivedMessage> OfAsync(string key, ChannelMessage message, CancellationToken cancellation)
    {
        var sender = message.Sender.AccountId is not null && channels.Find(message.Channel) is { } channel ? await channel.SenderAsync(message, cancellation) : message.Sender;
        var person = sender switch
        {
            { Proof: SenderProof.Account, PersonId: { Value.Length: > 0 } id } => await directory.GetPersonAsync(id, cancellation),
            { Proof: SenderProof.Address or SenderProof.Account, Address: { Length: > 0 } address } => await directory.FindByAddressAsync(address, cancellation),
            _ => null,
        };
        // The address must still be theirs: an account that was given to another person counts by its address again.
        if (person is not null && sender is { Proof: SenderProof.Address, AccountId: { } account } && await accounts.OwnerAsync(message.Channel, account, cancellation) is { } owner && owner.Is(person.Id))
            sender = sender with { Proof = SenderProof.Linked };
        return new ReceivedMessage(key, message with { Sender = sender }, person is { AccountEnabled: true, IsGuest: false, IsFunctional: false } ? person : null);
    }
}
