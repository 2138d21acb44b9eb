using HelpDesk.Adapters.Graph.Calls;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Accounts;

/// <summary>Reads what the remediations of an account need to know of it.</summary>
internal sealed class AccountReader(GraphGateway graph)
{
    private static readonly GraphOperation Read = new("read the account", "User.Read.All") { Answers = [404] };

    private static readonly string[] Fields =
        ["id", "accountEnabled", "onPremisesSyncEnabled", "usageLocation", "signInSessionsValidFromDateTime", "assignedLicenses", "licenseAssignmentStates", .. ExternalIdentity.Fields];

    /// <summary>The account, or null when it is gone.</summary>
    public async Task<User?> GetAsync(string userId, CancellationToken cancellation) =>
        Guid.TryParse(userId, out _)
            ? (await graph.ReadAsync<User>(Read, (client, stop) => client.Users[userId].GetAsync(request => request.QueryParameters.Select = Fields, stop), cancellation)).Value
            : null;

    /// <summary>True for a guest, or a member who is one: mastered in another tenant.</summary>
    public static bool IsGuest(User user) => ExternalIdentity.Is(user);
}
