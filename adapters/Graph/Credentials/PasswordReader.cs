using HelpDesk.Adapters.Graph.Calls;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Credentials;

/// <summary>Reads whether a person must choose a new password; the password itself is never readable.</summary>
internal sealed class PasswordReader(GraphGateway graph)
{
    private static readonly GraphOperation Read = new("read the account's password state", "User.Read.All") { Answers = [404] };

    private static readonly string[] Fields =
        ["id", "userType", "accountEnabled", "onPremisesSyncEnabled", "onPremisesImmutableId", "passwordProfile", "lastPasswordChangeDateTime"];

    /// <summary>The account with what is known of its password; null when it is gone.</summary>
    public async Task<User?> GetAsync(string userId, CancellationToken cancellation) =>
        Guid.TryParse(userId, out _)
            ? (await graph.ReadAsync<User>(Read, (client, stop) => client.Users[userId].GetAsync(request => request.QueryParameters.Select = Fields, stop), cancellation)).Value
            : null;

    /// <summary>True when the person must choose a new password at the next sign-in.</summary>
    public static bool MustChange(User? user) => user?.PasswordProfile?.ForceChangePasswordNextSignIn == true;
}
