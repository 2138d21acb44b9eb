using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Domain.Directory;

namespace HelpDesk.Orchestrations.Flows.Tickets.Channels;

/// <summary>Says which person of the directory wrote a message: live, a member, and one person. Names and words prove nothing.</summary>
public sealed class ChannelSenders(IDirectory directory)
{
    /// <summary>The person; null when the channel proves none, or the directory has no such live member.</summary>
    /// <exception cref="Foundation.VendorException">The directory cannot be read now.</exception>
    public async Task<Person?> OfAsync(ChannelMessage message, CancellationToken cancellation)
    {
        var person = message.Sender switch
        {
            { Proof: SenderProof.Account, PersonId: { Value.Length: > 0 } id } => await directory.GetPersonAsync(id, cancellation),
            { Proof: SenderProof.Address or SenderProof.Account, Address: { Length: > 0 } address } => await directory.FindByAddressAsync(address, cancellation),
            _ => null,
        };
        return person is { AccountEnabled: true, IsGuest: false, IsFunctional: false } ? person : null;
    }
}
