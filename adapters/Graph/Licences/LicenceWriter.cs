using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.AssignLicense;

namespace HelpDesk.Adapters.Graph.Licences;

/// <summary>Gives and takes directly assigned licences, all in one call: it is done wholly or not at all.</summary>
internal sealed class LicenceWriter(GraphGateway graph, PlanNeeds needs)
{
    /// <summary>Permission of both ways.</summary>
    public const string Permission = "LicenseAssignment.ReadWrite.All";

    private static readonly GraphOperation Assign = new("change the user's licences", Permission) { Identity = GraphIdentity.IdentityWrites, Answers = [400] };

    /// <summary>Changes them.</summary>
    /// <returns>Graph's request-id.</returns>
    public async Task<string?> ChangeAsync(string userId, IEnumerable<HeldLicence> give, IEnumerable<Guid> take, CancellationToken cancellation)
    {
        // Both lists must be there, even empty.
        var body = new AssignLicensePostRequestBody
        {
            AddLicenses = [.. give.Select(licence => new AssignedLicense { SkuId = licence.SkuId, DisabledPlans = [.. licence.DisabledPlans.Cast<Guid?>()] })],
            RemoveLicenses = [.. take.Cast<Guid?>()],
        };
        var reply = await graph.AskAsync<User>(Assign, (client, stop) => client.Users[userId].AssignLicense.PostAsync(body, cancellationToken: stop), cancellation);
        if (reply.IsDone)
            return reply.RequestId;
        needs.Learn(reply.VendorText);
        var why = reply.Says("depends on the service plan") || reply.Says("depends on service plan") ? LicenceRules.NoBase
            : reply.Says("usage location") ? LicenceRules.NoLocation
            : reply.Says("available licenses") ? LicenceRules.NoSeat
            : reply.Says("mutually exclusive") || reply.Says("conflict") ? "A plan of the licence excludes one that the person has by another licence."
            : "Check the person's other licences for one that excludes it.";
        throw new VendorException("graph", reply.Code ?? "400", $"Graph refuses to {Assign.Doing} (400 {reply.Code}). {why}", isRetryable: false) { RequestId = reply.RequestId };
    }
}
