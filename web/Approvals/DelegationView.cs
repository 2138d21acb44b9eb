using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Web.Layout;

namespace HelpDesk.Web.Approvals;

/// <summary>Gathers who decides for whom, for the list of approvals.</summary>
public sealed class DelegationView(DelegationService delegations, PersonNames names)
{
    /// <summary>What a person sees of it. In an outage of the directory they see nothing of it and the list goes on.</summary>
    public async Task<DelegationModel> OfAsync(SignedInPerson person, CancellationToken cancellation)
    {
        try
        {
            var own = await delegations.OfAsync(person.ObjectId, cancellation);
            var others = new List<(string, DateTimeOffset)>();
            foreach (var other in await delegations.ToAsync(person.ObjectId, cancellation))
                others.Add((await names.OfAsync(other.From, cancellation), other.Until));
            return new DelegationModel(own is not null || await delegations.IsApproverAsync(person.ObjectId, cancellation), own is null ? null : await names.OfAsync(own.To, cancellation), own?.Until, others);
        }
        catch (VendorException)
        {
            return new DelegationModel(false, null, null, []);
        }
    }
}

/// <summary>Who decides for whom.</summary>
/// <param name="IsOffered">True when the person may hand approvals over, or has.</param>
/// <param name="To">Who decides theirs, by name; null when no one does.</param>
/// <param name="Until">Until when, UTC.</param>
/// <param name="From">Whose approvals the person decides, by name, and until when.</param>
public sealed record DelegationModel(bool IsOffered, string? To, DateTimeOffset? Until, IReadOnlyList<(string Name, DateTimeOffset Until)> From);
