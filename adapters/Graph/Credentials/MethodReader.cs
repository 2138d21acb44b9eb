using HelpDesk.Adapters.Graph.Calls;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Credentials;

/// <summary>Reads the sign-in methods of a user.</summary>
internal sealed class MethodReader(GraphGateway graph)
{
    /// <summary>Permission to read them.</summary>
    public const string Permission = "UserAuthenticationMethod.Read.All";

    private const string MobileId = "3179e48a-750b-4051-897c-87b9720928f7";

    private static readonly GraphOperation Read = new("read the user's sign-in methods", Permission) { Answers = [404] };

    /// <summary>Ids of the methods of a kind, in the order in which they can be deleted; null when there is no such user.</summary>
    public async Task<IReadOnlyList<string>?> OfKindAsync(string userId, MfaKind kind, CancellationToken cancellation)
    {
        var all = await AllAsync(userId, cancellation);
        // A mobile number can only go after the alternate one (contracts: graph-operations 8).
        return all is null ? null : [.. all.Where(method => kind.Is(method) && method.Id is { Length: > 0 }).Select(method => method.Id!).OrderBy(id => id == MobileId).ThenBy(id => id, StringComparer.Ordinal)];
    }

    /// <summary>True when the person has a password in Entra ID; false when there is no such user.</summary>
    public async Task<bool> HasPasswordAsync(string userId, CancellationToken cancellation) =>
        (await AllAsync(userId, cancellation))?.Any(method => method is PasswordAuthenticationMethod) == true;

    /// <summary>When the phishing-resistant methods of a person were registered, UTC; null for one that does not say.</summary>
    public async Task<IReadOnlyList<DateTimeOffset?>> StrongSinceAsync(string userId, CancellationToken cancellation) =>
    [
        .. (await AllAsync(userId, cancellation) ?? []).Where(static method => method is Fido2AuthenticationMethod or WindowsHelloForBusinessAuthenticationMethod or PlatformCredentialAuthenticationMethod).Select(static method => method switch
        {
            Fido2AuthenticationMethod key => key.CreatedDateTime,
            WindowsHelloForBusinessAuthenticationMethod hello => hello.CreatedDateTime,
            PlatformCredentialAuthenticationMethod platform => platform.CreatedDateTime,
            _ => null,
        }),
    ];

    private async Task<IReadOnlyList<AuthenticationMethod>?> AllAsync(string userId, CancellationToken cancellation) =>
        Guid.TryParse(userId, out _)
            ? await graph.AllAsync<AuthenticationMethodCollectionResponse, AuthenticationMethod>(
                Read,
                (client, stop) => client.Users[userId].Authentication.Methods.GetAsync(cancellationToken: stop),
                (client, link, stop) => client.Users[userId].Authentication.Methods.WithUrl(link).GetAsync(cancellationToken: stop),
                page => page.Value,
                cancellation)
            : null;
}
