using Azure.Core;
using Azure.Identity;

namespace HelpDesk.Adapters.Tests.Graph.Harness;

/// <summary>Gives no token, as Entra does for a wrong secret.</summary>
public sealed class RefusingCredential : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new AuthenticationFailedException("AADSTS7000215: Invalid client secret provided.");

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new AuthenticationFailedException("AADSTS7000215: Invalid client secret provided.");
}
